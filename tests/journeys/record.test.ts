import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as entries from '#modules/conversations/entries.server.ts';
import { plan } from '#modules/conversations/plans.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { cookieName } from '#platform/sessions.server.ts';
import { anke, as, deLinde, noor, samira, youssef } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { sound } from '#tests/access/record-rows.ts';
import { readPdf } from '#tests/harness/read-pdf.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads, unfold } from './page.ts';
import * as teacher from './people/teacher.ts';
import { plantFolder } from './planted.ts';
import { mailTo } from './post.ts';

type Name = 'Anke' | 'Samira' | 'Youssef' | 'Noor';
let server: Server;
let planted: { talk: string; tokens: Record<Name, string> };
const pages = new Map<Name, Page>();
const stage = useStage(() => server.origin);
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const title = /Verslag van/;

beforeAll(async () => {
	const found = await plantFolder(plantHeldTalk);
	planted = found.planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: found.folder });
	for (const name of ['Anke', 'Samira', 'Youssef', 'Noor'] as const) {
		const page = await stage.enter(name, name === 'Anke' ? {} : phone);
		await page.context().addCookies([{ name: cookieName, value: planted.tokens[name], url: server.origin }]);
		pages.set(name, page);
	}
	return found.remove;
});
afterAll(() => server?.stop());

const page = (name: Name) => pages.get(name)!;
const link = () => `/gesprekken/${planted.talk}`;

test('before it is shared everybody reads until when, and school keeps a draft and says back what it heard', async () => {
	await goTo(page('Samira'), link(), /Gesprek over Noor|gesprek over Noor/i);
	await reads(page('Samira'), /School deelt het verslag uiterlijk/);
	await goTo(page('Anke'), `${link()}/verslag/begrepen`, 'Begrijpen we elkaar?');
	await page('Anke').getByLabel('Dit hebben wij van jullie gehoord').first().fill('Noor slaapt moeilijk in.');
	await press(page('Anke'), 'Bewaar');
	await reads(page('Anke'), /Nog niet gedeeld/);
	expect((await page('Samira').request.get(`${link()}/verslag`)).status()).toBe(404);
});

test('it is shared; one home recognises it, confirms what school heard and says aloud what was agreed', async () => {
	await teacher.shareRecord(page('Anke'), link(), 'Noor is moe op maandag.', 'Noor, thuis en school helpen je samen.');
	const post = await stage.enter('post');
	await mailTo(post, 'samira@example.org', /Het verslag over Noor staat klaar/);
	const mother = page('Samira');
	// Her phone records with an app of its own.
	await mother.addInitScript(() => Object.defineProperty(window, 'MediaRecorder', { value: undefined }));
	await goTo(mother, `${link()}/verslag`, title);
	await press(mother, 'Zo was het');
	await reads(mother, 'herkent het verslag');
	await follow(mother, 'Begrijpen we elkaar?');
	await arriveAt(mother, 'Begrijpen we elkaar?');
	await press(mother, 'Ja, zo is het');
	await reads(mother, 'zegt: zo is het');
	await unfold(mother, 'Vertel het hardop');
	const recording = { name: 'opname.webm', mimeType: 'audio/webm', buffer: Buffer.from(sound) };
	await mother.getByLabel('Kies een opname van je telefoon').setInputFiles(recording);
	await press(mother, 'Verstuur mijn opname');
	await see(mother.locator('audio')).toHaveCount(1);
	await arriveAt(mother, 'Begrijpen we elkaar?');
	await press(mother, 'Leg het anders uit');
	await reads(mother, 'School legt het nog anders uit.');
});

test('school hears her, explains it in another way, and finds that on Today', async () => {
	const school = page('Anke');
	await goTo(school, '/vandaag', /Dag/);
	await reads(school, 'Leg het anders uit aan thuis bij Noor');
	await follow(school, 'Kijk wat niet duidelijk is');
	await arriveAt(school, 'Begrijpen we elkaar?');
	const heard = await school.request.get((await school.locator('audio').getAttribute('src'))!);
	expect([heard.status(), heard.headers()['content-type']]).toEqual([200, 'audio/webm']);
	await school.getByRole('radio', { name: 'in een telefoongesprek' }).check();
	await press(school, 'Dit heb ik uitgelegd');
	await reads(school, /legde het op .* uit: in een telefoongesprek/);
	await goTo(school, '/vandaag', /Dag/);
	await see(school.getByText('Leg het anders uit aan thuis')).toHaveCount(0);
});

test('the other home sets its own view beside it, and neither hears what the other told school', async () => {
	const father = page('Youssef');
	await goTo(father, `${link()}/verslag`, title);
	await unfold(father, 'Mijn eigen kijk');
	await father.getByLabel('Mijn eigen kijk').fill('Bij mij is ze juist fit.');
	await press(father, 'Zet mijn kijk ernaast');
	await reads(father, 'Bij mij is ze juist fit.');
	await goTo(father, `${link()}/verslag/begrepen`, 'Begrijpen we elkaar?');
	await see(father.locator('audio')).toHaveCount(0);
	await see(father.getByText('slaapt moeilijk')).toHaveCount(0);
});

/** Guards `if (!sending) again()` of Recorder.svelte: what was said stays until it has arrived. */
test('he says aloud what was agreed while the line falls away; with one more press it arrives', async () => {
	const father = page('Youssef');
	await father.addInitScript(withMicrophone, [...sound]);
	await goTo(father, `${link()}/verslag/begrepen`, 'Begrijpen we elkaar?');
	await father.waitForLoadState('networkidle');
	await unfold(father, 'Vertel het hardop');
	await press(father, 'Neem op');
	await press(father, 'Stop');
	await father.context().setOffline(true);
	await press(father, 'Bewaar de opname');
	await reads(father, 'De opname is nog niet verstuurd. Hij staat nog hier');
	await see(father.locator('audio[src^="blob:"]')).toHaveCount(1);
	await father.context().setOffline(false);
	await press(father, 'Bewaar de opname');
	await see(father.locator('audio[src*="/stem/"]')).toHaveCount(1);
	await see(father.locator('audio[src^="blob:"]')).toHaveCount(0);
});

test('school amends it: the new edition says what changed, the earlier one stays with its answers', async () => {
	const school = page('Anke');
	await goTo(school, `${link()}/verslag?aanpassen=ja`, title);
	await school.waitForLoadState('networkidle');
	await school.getByLabel('Voor de volwassenen').fill('Noor is moe op maandag, op school.');
	await press(school, 'Deel de nieuwe versie');
	await reads(school, 'De nieuwe versie is gedeeld.');
	const mother = page('Samira');
	await goTo(mother, `${link()}/verslag`, title);
	await reads(mother, /Versie 2, gedeeld door juf Anke/);
	await unfold(mother, 'Eerdere versies en wat er veranderde');
	await see(mother.locator('ins').first()).toContainText('op school');
	await see(mother.getByText('Bij mij is ze juist fit.').first()).toBeVisible();
	await arriveAt(mother, title);
});

test('the child reads its own sentences, and nothing of what adults said around them', async () => {
	const child = page('Noor');
	await goTo(child, `${link()}/verslag`, title);
	await reads(child, 'Noor, thuis en school helpen je samen.');
	const shown = await child.getByRole('main').innerText();
	expect(shown).not.toMatch(/moe op maandag|fit|slaapt/);
	const paper = readPdf(await (await child.request.get(`${link()}/verslag/pdf?taal=nl&alles=ja`)).body());
	expect(paper.pages.join()).toContain('helpen je samen');
	expect(paper.pages.join()).not.toMatch(/moe op maandag|juist fit/);
});

test.each(['nl', 'en', 'ar'])('the paper opens in %s, tagged, with its language', async (language) => {
	const response = await page('Samira').request.get(`${link()}/verslag/pdf?taal=${language}&alles=ja`);
	expect(response.headers()['content-type']).toBe('application/pdf');
	const { whole, pages: sheets } = readPdf(await response.body());
	for (const mark of ['/StructTreeRoot', '/MarkInfo', `/Lang (${language}`]) expect(whole).toContain(mark);
	if (language !== 'ar') expect(sheets.join()).toContain('Noor is moe op maandag');
});

async function plantHeldTalk() {
	await plantCast();
	const talk = value(
		await plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id, youssef.id], pupilInvited: false, minutes: 30 },
			...{ startsAt: new Date('2026-09-24T13:00:00Z'), place: { kind: 'school' } }
		})
	);
	const said = { section: 'hard', audience: 'adults', minutes: null, forChild: false } as const;
	value(await entries.say(as(samira), talk, { ...said, text: 'Ze slaapt moeilijk in' }));
	value(await sittings.start(as(anke), talk));
	value(await sittings.hold(as(anke), talk));
	const of = (who: typeof anke) => tokenFor(deLinde, who);
	const tokens = { Anke: await of(anke), Samira: await of(samira), Youssef: await of(youssef), Noor: await of(noor) };
	return { talk, tokens };
}

/** A device that hears `said` whenever it records. */
function withMicrophone(said: number[]) {
	class Recording {
		static isTypeSupported = () => true;
		mimeType = 'audio/webm';
		ondataavailable = (_: { data: Blob }) => {};
		onstop = () => {};
		start() {}
		stop() {
			this.ondataavailable({ data: new Blob([Uint8Array.from(said)], { type: this.mimeType }) });
			this.onstop();
		}
	}
	const mediaDevices = { getUserMedia: async () => ({ getTracks: () => [] }) };
	Object.defineProperty(window, 'MediaRecorder', { value: Recording });
	Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices });
}
