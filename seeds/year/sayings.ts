/** What families and teachers wrote beforehand. `{naam}` is the child. Written as people write, one thought each. */
export const homeSubjects = [
	'Ik wil graag vertellen hoe {naam} de zomer heeft gehad. We zijn verhuisd en dat was best een verandering.',
	'Hoe ziet een gewone dag in de groep eruit? Thuis horen we vooral over het buitenspelen.',
	'{naam} vertelt thuis niet zo veel over school. Hoe gaat het in de pauzes?',
	'Er is een baby bij ons gekomen. {naam} is trots, en soms ook moe. Fijn als jullie dat weten.',
	'Wij willen graag weten wie jullie zijn en wat jullie belangrijk vinden in de groep.',
	'{naam} leest thuis het liefst strips. Is dat ook goed?',
	'{naam} is gek op dieren en weet er veel van. Misschien kan dat een keer een spreekbeurt worden.',
	'Opa is deze zomer overleden. {naam} praat er soms over, vaak op onverwachte momenten.',
	'Bij ons thuis spreken we twee talen. Hoe kunnen we dat het beste doen met lezen?',
	'Ik zou willen weten hoe {naam} het doet met samenwerken. Thuis is {naam} graag de baas.',
	'{naam} vindt rekenen leuk en wil wel wat moeilijkere sommen.',
	'Hoe kunnen we elkaar dit jaar het beste bereiken? Ik werk vaak in de avond.',
	'We zijn vooral blij. {naam} gaat met plezier naar school en dat wilden we ook eens zeggen.',
	'{naam} slaapt slecht in voor een nieuwe week. Merken jullie dat op maandag?',
	'Wat kunnen wij thuis doen, en wat juist niet?'
] as const;

export const homeSubjectsInEnglish = [
	'{naam} has settled in well and loves football. I am still learning Dutch myself. How can we read together at home?',
	'We moved here in July. {naam} understands more Dutch than you would think, and speaks little yet. How is that at school?',
	'We would like to know how a normal day looks, and what you expect from us. Everything is new to us, and people are kind.'
] as const;

export const schoolSubjects = [
	'Ik hoor graag waar {naam} thuis blij van wordt. Dan kan ik daar in de klas op verder bouwen.',
	'Ik vertel graag wie ik ben en hoe onze dagen eruitzien. En ik ben benieuwd wat jullie van mij verwachten.',
	'{naam} begint rustig en kijkt eerst even. Dat past bij een nieuwe groep. Is dat thuis ook zo?',
	'{naam} helpt andere kinderen uit zichzelf. Ik wil dat graag aan jullie vertellen.',
	'Ik zie dat {naam} graag bouwt en tekent. Ik denk na over hoe we dat bij taal kunnen gebruiken.',
	'Hoe willen jullie dit jaar contact houden? Bellen, mailen of even langskomen, het kan allemaal.',
	'Wat werkt goed bij {naam} als iets niet meteen lukt? Jullie weten dat het best.'
] as const;

export const childAnswers = [
	{
		well: 'Ik kan goed tekenen. En ik heb twee vrienden in de klas.',
		hard: 'Stil zitten als het lang duurt.',
		wish: 'Dat ik soms mag staan bij mijn tafel.'
	},
	{ well: 'Rekenen en gym.', hard: 'Lezen vind ik soms saai.', wish: 'Een boek over haaien in de klas.' },
	{ well: 'Buiten spelen!', hard: 'Als het druk is in de klas.', wish: 'Een rustig plekje, in de hoek bij het raam.' },
	{ well: 'Ik heb al een diploma voor zwemmen.', hard: 'De tafel van zeven.', wish: 'Samen oefenen met Lina.' },
	{ well: 'Zingen in de kring.', hard: 'Veters strikken.', wish: 'Dat mama een keer komt voorlezen.' },
	{
		well: 'Met mijn groepje werken. Wij maken een vulkaan.',
		hard: 'Iets vragen als iedereen luistert.',
		wish: 'Dat ik het op een briefje mag schrijven.'
	},
	{ well: 'Ik ben snel klaar met mijn werk.', hard: 'Wachten.', wish: 'Iets moeilijkers als ik klaar ben.' }
] as const;

export const contacts = [
	'We bellen elkaar in november kort, op een woensdag na school.',
	'Mail werkt voor ons allebei het beste. Is er iets, dan bellen we.',
	'Even aan de deur mag altijd. Voor een echt gesprek kiezen we een moment.',
	'We spreken elkaar weer na het eerste rapport.',
	'Eens per maand een kort berichtje over en weer, ook als alles gewoon goed gaat.'
] as const;

export function about(text: string, callName: string): string {
	return text.replaceAll('{naam}', callName);
}
