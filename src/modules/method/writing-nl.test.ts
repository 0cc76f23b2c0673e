import { describe, expect, test } from 'vitest';
import type { Step } from './four-steps.ts';
import { remarksOn, type Hint } from './writing.ts';

/** What is written, at which step, and what the aid points at: the hint with the words. */
const pointedAt: [Step, string, Hint, string][] = [
	['observation', 'Hij is gewoon lui.', 'label', 'lui'],
	['observation', 'Wat een luie houding.', 'label', 'luie'],
	['observation', 'Ze deed brutaal tegen de juf.', 'label', 'brutaal'],
	['observation', 'Dat was een brutale opmerking.', 'label', 'brutale'],
	['observation', 'De moeder reageerde onbeschoft.', 'label', 'onbeschoft'],
	['observation', 'Sem is egoïstisch bij het delen.', 'label', 'egoïstisch'],
	['observation', 'Hij werd agressief in de gang.', 'label', 'agressief'],
	['observation', 'Het is een onhandelbare jongen.', 'label', 'onhandelbare'],
	['observation', 'Ze is verwend thuis.', 'label', 'verwend'],
	['observation', 'De ouders zijn onverschillig.', 'label', 'onverschillig'],
	['observation', 'Jullie zijn onbetrouwbaar.', 'label', 'onbetrouwbaar'],
	['observation', 'Het is een moeilijk kind.', 'label', 'een moeilijk kind'],
	['observation', 'Zij is een slechte moeder.', 'label', 'een slechte moeder'],
	['observation', 'Dit is een slechte school.', 'label', 'een slechte school'],
	['observation', 'Hij is heel lastig in de klas.', 'label', 'Hij is heel lastig'],
	['observation', 'Hij is altijd te laat.', 'always', 'Hij is altijd'],
	['observation', 'Jullie luisteren nooit.', 'always', 'Jullie luisteren nooit'],
	['observation', 'Ze zit de hele tijd te praten.', 'always', 'Ze zit de hele tijd'],
	['observation', 'Weer eens geen gymtas mee.', 'always', 'Weer eens'],
	['observation', 'Iedereen vindt dat het niet kan.', 'always', 'Iedereen vindt'],
	['observation', 'Hij gooide het expres om.', 'intent', 'expres'],
	['observation', 'Ze wil gewoon niet luisteren.', 'intent', 'Ze wil gewoon niet luisteren'],
	['observation', 'Hij heeft geen zin in rekenen.', 'intent', 'Hij heeft geen zin'],
	['observation', 'Zij doet haar best niet.', 'intent', 'Zij doet haar best niet'],
	['observation', 'Het kan jullie niets schelen.', 'intent', 'kan jullie niets schelen'],
	['observation', 'De juf negeert mijn mails.', 'intent', 'De juf negeert'],
	['feeling', 'Ik voel me genegeerd.', 'doing', 'genegeerd'],
	['feeling', 'Ik voelde me echt aangevallen.', 'doing', 'aangevallen'],
	['feeling', 'Ik voel me niet serieus genomen.', 'doing', 'niet serieus genomen'],
	['feeling', 'Ik voel me door school niet gehoord.', 'doing', 'niet gehoord'],
	['feeling', 'Ik voel me nooit gezien.', 'doing', 'nooit gezien'],
	['feeling', 'Buitengesloten en verdrietig.', 'doing', 'Buitengesloten'],
	['feeling', 'Verdrietig en afgewezen.', 'doing', 'afgewezen'],
	['feeling', 'We voelen ons in de steek gelaten.', 'doing', 'in de steek gelaten'],
	['feeling', 'Ik voel me onder druk gezet.', 'doing', 'onder druk gezet'],
	['feeling', 'Ze voelt zich niet gewaardeerd.', 'doing', 'niet gewaardeerd'],
	['feeling', 'Ik voel me een slechte moeder.', 'doing', 'een slechte moeder'],
	['feeling', 'Ik voel me dom.', 'doing', 'dom'],
	['feeling', 'Voel jij je gewantrouwd?', 'doing', 'gewantrouwd'],
	['feeling', 'Ik voel me van het kastje naar de muur gestuurd.', 'doing', 'van het kastje naar de muur gestuurd'],
	['observation', 'In het gesprek voelde ik me bekritiseerd.', 'doing', 'bekritiseerd'],
	['feeling', 'Ik heb het gevoel dat jullie niet luisteren.', 'thought', 'het gevoel dat jullie'],
	['feeling', 'Het voelt alsof niemand helpt.', 'thought', 'voelt alsof niemand'],
	['feeling', 'Ik voel dat school iets verbergt.', 'thought', 'voel dat school'],
	['need', 'Ik heb nodig dat jullie bellen.', 'who', 'dat jullie'],
	['need', 'Steun van de juf.', 'who', 'van de juf'],
	['need', 'Noor heeft een tablet nodig.', 'means', 'een tablet'],
	['need', 'Hij heeft bijles nodig.', 'means', 'bijles'],
	['need', 'Ze moet naar een andere school.', 'means', 'een andere school'],
	['need', 'Een wekelijks gesprek.', 'means', 'Een wekelijks gesprek'],
	['need', '20 minuten per dag lezen.', 'amount', '20 minuten per dag'],
	['need', 'Duidelijkheid voor vrijdag.', 'amount', 'voor vrijdag'],
	['request', 'Jullie moeten hem beter helpen.', 'must', 'Jullie moeten'],
	['request', 'U dient morgen te bellen.', 'must', 'U dient'],
	['request', 'Ik eis een gesprek.', 'must', 'Ik eis'],
	['request', 'Ik wil dat je dit oplost.', 'must', 'Ik wil dat je'],
	['request', 'Voortaan moet hij om negen uur in bed liggen.', 'must', 'moet hij'],
	['request', 'Bel me terug, anders stap ik naar de inspectie.', 'threat', 'anders stap ik'],
	['request', 'Los het op of ik dien een klacht in.', 'threat', 'of ik dien een'],
	['request', 'Voor de laatste keer: let op hem.', 'threat', 'Voor de laatste keer'],
	['request', 'Ik wil onmiddellijk antwoord.', 'order', 'onmiddellijk'],
	['request', 'Zorg ervoor dat dit stopt.', 'order', 'Zorg ervoor dat'],
	['request', 'Kun je nu eindelijk eens bellen?', 'order', 'nu eindelijk'],
	['request', 'Stop met die toetsen.', 'order', 'Stop met']
];

const left: [Step, string][] = [
	['observation', 'Maandag en dinsdag had Noor geen boek bij zich.'],
	['observation', 'Hij kwam om tien over negen binnen.'],
	['observation', 'Ze zei: "jullie zijn altijd lui en dom".'],
	['observation', 'Hij riep ‘ik heb geen zin in rekenen’ door de klas.'],
	['observation', 'Vorige week heb ik drie keer gebeld.'],
	['observation', 'Rekenen vindt ze lastig.'],
	['observation', 'Het is voor mij moeilijk om overdag te bellen.'],
	['observation', 'Ze heeft slecht geslapen.'],
	['observation', 'Hij is slecht bereikbaar op dinsdag.'],
	['observation', 'We hebben veel gemeen.'],
	['observation', 'Hij moest van de juf nablijven.'],
	['observation', 'Onze zoon wordt gepest op het plein.'],
	['observation', 'Een jongen heeft haar geslagen en bedreigd.'],
	['observation', 'Hij is op straat aangevallen door een hond.'],
	['observation', 'Hij is niet lui, hij is moe.'],
	['observation', 'De deur van de klas staat altijd open.'],
	['observation', 'Jullie zijn altijd welkom.'],
	['observation', 'Ze leest altijd graag voor het slapen.'],
	['observation', 'Ze is nog nooit eerder op kamp geweest.'],
	['observation', 'Het was druk in de gang.'],
	['observation', 'Hij keek uit het raam terwijl de juf uitleg gaf.'],
	['feeling', 'Ik voel me verdrietig en moe.'],
	['feeling', 'Ik ben bang dat hij achterloopt.'],
	['feeling', 'Ik maak me zorgen.'],
	['feeling', 'Boos, en ook een beetje bang.'],
	['feeling', 'Ik voel me machteloos.'],
	['feeling', 'Ik voel dat ik boos word.'],
	['feeling', 'Ik ben opgelucht dat we praten.'],
	['feeling', 'Ik voel me niet genegeerd, wel alleen.'],
	['feeling', 'Ik voel me onveilig.'],
	['feeling', 'Ben je teleurgesteld?'],
	['feeling', 'Onzeker, want ik weet niet hoe het verder gaat.'],
	['need', 'Rust en duidelijkheid.'],
	['need', 'Ik heb behoefte aan vertrouwen.'],
	['need', 'Erbij horen.'],
	['need', 'Gehoord worden.'],
	['need', 'Samen zoeken naar wat werkt.'],
	['need', 'Weten waar ik aan toe ben.'],
	['need', 'Dat Noor zich veilig voelt.'],
	['need', 'Zelf kunnen kiezen.'],
	['request', 'Wil je me donderdag bellen over de toets?'],
	['request', 'Kunnen we samen een half uur praten?'],
	['request', 'Zou je in de les naast Noor willen zitten als ze leest?'],
	['request', 'Moet ik iets meenemen?'],
	['request', 'Wilt u zeggen wat u ervan vindt?'],
	['request', 'Bel me graag als het uitkomt.'],
	['request', 'Is het haalbaar om op vrijdag een berichtje te sturen?'],
	['request', 'Laten we samen kijken wat past.'],
	['request', 'We moeten allebei even wennen.'],
	['request', 'Zou een andere dag beter zijn?']
];

describe('the writing aid in Dutch', () => {
	test.each(pointedAt)('%s: %s', (step, text, hint, words) => {
		expect(remarksOn(step, text).map((remark) => [remark.hint, remark.words])).toContainEqual([hint, words]);
	});

	test.each(left)('leaves alone, %s: %s', (step, text) => expect(remarksOn(step, text)).toEqual([]));

	test('the table is broad enough', () => expect(pointedAt.length + left.length).toBeGreaterThan(100));
});

test('what another does is given back as what could be felt and needed behind it', () => {
	const [remark] = remarksOn('feeling', 'Ik voel me niet serieus genomen.');
	expect(remark).toEqual({
		hint: 'doing',
		words: 'niet serieus genomen',
		at: 11,
		behind: { feelings: ['frustrated', 'unsure'], need: 'respect' }
	});
});

test('one remark for one stretch of words, in the order of the text', () => {
	const remarks = remarksOn('observation', 'Ze is lui. Hij is altijd brutaal, en weer eens te laat.');
	expect(remarks.map(({ words }) => words)).toEqual(['lui', 'Hij is altijd', 'brutaal', 'weer eens']);
	expect(remarks.map(({ at }) => at)).toEqual(remarks.map(({ at }) => at).toSorted((a, b) => a - b));
});
