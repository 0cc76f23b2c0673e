import { expect as see, type BrowserContextOptions, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as plans from '#modules/conversations/plans.server.ts';
import { mostEach } from '#platform/event-stream.server.ts';
import { pool } from '#platform/db.server.ts';
import { cookieName } from '#platform/sessions.server.ts';
import * as cast from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { september } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { freePort } from '#tests/harness/guard.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, goTo, press, reads, unfold } from './page.ts';
import { propose } from './people/teacher.ts';
import { plantFolder } from './planted.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const title = /Aan tafel/;

let server: Server;
let settings: Record<string, string>;
let folder: Awaited<ReturnType<typeof plant>>;
let [anke, samira, youssef, noor] = [] as unknown as [Page, Page, Page, Page];
const stage = useStage(() => server.origin);
const step = (slug: string) => `${folder.planted.table}?stap=${slug}`;

/** An hour about worries: two parents who live apart, juf Anke, and Noor, who is thirteen by now. */
function plant() {
	return plantFolder(async () => {
		await plantCast();
		await pool().query(`update people.pupil set birth_date = '2013-03-14' where id = '${cast.noor.id}'`);
		const talk = await plans.plan(cast.as(cast.anke), {
			...{ kind: 'concern', pupil: cast.noor.id, people: [cast.samira.id, cast.youssef.id], pupilInvited: true },
			...{ startsAt: september(22, '15:00'), minutes: 60, place: { kind: 'school' } }
		});
		if (!talk.ok) throw new Error(talk.reason);
		const who = { anke: cast.anke, samira: cast.samira, youssef: cast.youssef, noor: cast.noor };
		const tokens: Record<string, string> = {};
		for (const [name, person] of Object.entries(who)) tokens[name] = await tokenFor(cast.deLinde, person);
		return { table: `/gesprekken/${talk.value}/tafel`, tokens };
	});
}

beforeAll(async () => {
	folder = await plant();
	settings = { DATA_DIR: folder.folder, PORT: String(await freePort()) };
	server = await startServer('scripts/start.ts', settings);
	[anke, samira] = [await enter('anke'), await enter('samira', phone)];
	[youssef, noor] = [await enter('youssef', phone), await enter('noor', phone)];
});
afterAll(async () => {
	await server?.stop();
	await folder?.remove();
});

async function enter(name: string, options: BrowserContextOptions = {}) {
	const page = await stage.enter(name, options);
	await page.context().addCookies([{ name: cookieName, value: folder.planted.tokens[name]!, url: server.origin }]);
	return page;
}

/** Open the form for new words in this part of the page and type; what to press comes back. */
async function type(page: Page, part: RegExp, text: string, lane = '') {
	const form = page.locator(`${lane} details`).filter({ has: page.locator('summary', { hasText: part }) });
	if (!(await form.locator('textarea').isVisible())) await form.locator('summary').click();
	const field = form.getByRole('textbox').first();
	await field.fill(text);
	return { form, field, keep: () => form.getByRole('button', { name: 'Bewaar' }).click() };
}
const sees = (page: Page, text: string | RegExp) => see(page.getByRole('main').getByText(text).first()).toBeVisible();
const seesNot = (page: Page, text: string | RegExp) => see(page.getByRole('main').getByText(text)).toHaveCount(0);

test('everybody sees who has the page before them, and where somebody writes', async () => {
	for (const page of [anke, samira, youssef, noor]) await goTo(page, step('overzicht'), title);
	await see(anke.getByText('is hier', { exact: true })).toHaveCount(3);
	await sees(noor, 'Nu: met jou erbij.');
	await type(samira, /Gaat goed/, 'Ze kookt', '.lane.home');
	await see(anke.getByText(/Samira.* schrijft bij ‘Gaat goed’/)).toBeVisible();
	await seesNot(noor, /schrijft bij/);
});

test('what others say comes by itself; what is being typed stays, with the cursor in it', async () => {
	const mine = await type(samira, /Gaat goed/, 'Ze kookt graag voor', '.lane.home');
	const his = await type(youssef, /Gaat goed/, 'Ze lacht weer', '.lane.home');
	await his.form.getByLabel('Voor wie?').selectOption('circle');
	await his.keep();
	await sees(samira, 'Ze lacht weer');
	await sees(noor, 'Ze lacht weer');
	await see(mine.field).toHaveValue('Ze kookt graag voor');
	await see(mine.field).toBeFocused();
	await mine.field.press('End');
	await mine.field.pressSequentially(' ons');
	await mine.keep();
	await sees(anke, 'Ze kookt graag voor ons');
	await seesNot(noor, 'Ze kookt graag voor ons');
});

test('home and school see something differently: two views stand beside each other, and the child is kept out of it', async () => {
	const worry = await type(anke, /Zorg/, 'Ze zegt niets in de kring', '.lane.school');
	await worry.keep();
	await sees(samira, 'Ze zegt niets in de kring');
	const view = await type(samira, /Bij ons is dat anders.*/, 'Thuis praat ze honderduit');
	await view.keep();
	for (const page of [anke, youssef]) {
		await sees(page, 'Hier zien thuis en school iets anders');
		await sees(page, 'Wanneer gebeurt het niet, en wat maakt dat het dan goed gaat?');
		await sees(page, 'Thuis praat ze honderduit');
	}
	await seesNot(noor, /honderduit|iets anders/);
	await goTo(anke, step('overzicht'), title);
});

test('the adults among themselves: it is said to everybody, and the child’s own device shows nothing of theirs', async () => {
	await press(anke, 'Begin het gesprek');
	await press(anke, 'Nu alleen de volwassenen');
	await sees(noor, /Nu praten de volwassenen even met elkaar/);
	await sees(samira, /Nu: alleen de volwassenen/);
	await seesNot(noor, 'Ze lacht weer');
	await goTo(noor, step('inzicht'), title);
	await seesNot(noor, /houdt tegen/);
	await see(samira.getByRole('button', { name: /Nu weer met/ })).toHaveCount(0);
});

test('what helps and what hinders, goals, and what is needed, in sentences that were begun', async () => {
	await goTo(samira, step('inzicht'), title);
	await goTo(anke, step('inzicht'), title);
	const factor = await type(anke, /In de klas/, 'Vijfentwintig kinderen tegelijk');
	await factor.form.getByLabel(/Helpt dit/).selectOption('hinders');
	await factor.keep();
	await sees(samira, 'Vijfentwintig kinderen tegelijk');
	await sees(samira, 'houdt tegen');

	await goTo(samira, step('uitzicht'), title);
	await goTo(anke, step('uitzicht'), title);
	const goal = await type(anke, /Doel voor de klas/, 'Noor vertelt iets in een groepje van vier');
	await goal.keep();
	await sees(samira, 'Noor vertelt iets in een groepje van vier');
	const need = await type(samira, /Wat is daarvoor nodig/, 'haar even de tijd geeft');
	await need.form.getByLabel('Voor welk doel is dit nodig?').selectOption('Noor vertelt iets in een groepje van vier');
	await need.form.getByLabel('Begin van de zin').selectOption({ label: 'een leerkracht die …' });
	await need.keep();
	await sees(anke, 'een leerkracht die …');
	await sees(anke, 'haar even de tijd geeft');
	await sees(anke, /Voor het doel: Noor vertelt iets in een groepje van vier/);
});

test('tips are thanked for and answered; school says why not, parents need not', async () => {
	await unfold(anke, 'Denk mee met de ander');
	await anke.getByLabel('Waarover?').selectOption('bedtime');
	await anke.getByLabel('Jouw idee').fill('Een half uur eerder naar bed');
	await press(anke, 'Geef dit mee');
	await sees(samira, 'Een half uur eerder naar bed');
	await press(samira, 'Dat gebruik ik niet');
	await sees(anke, /Samira.*: bedankt, ik gebruik het niet/);

	await unfold(samira, 'Denk mee met de ander');
	await samira.getByLabel('Waarover?').selectOption('seating');
	await samira.getByLabel('Jouw idee').fill('Laat haar vooraan zitten');
	await press(samira, 'Geef dit mee');
	await sees(anke, 'Laat haar vooraan zitten');
	await press(anke, 'Dat gebruik ik niet');
	await reads(anke, /Vertel waarom je het niet gebruikt/);
	await anke.getByLabel('Niet, omdat …').fill('Daar ziet ze het bord slecht');
	await press(anke, 'Dat gebruik ik niet');
	await sees(samira, 'Daar ziet ze het bord slecht');
	await goTo(samira, step('uitzicht'), title);
	await goTo(anke, step('uitzicht'), title);
});

test('a goal becomes the why of an agreement; and the page asks where the parents decided with us', async () => {
	await anke.getByRole('link', { name: 'Maak hier een afspraak van' }).click();
	await see(anke.locator('[name=why]')).toHaveValue('Noor vertelt iets in een groepje van vier');
	await see(anke.getByRole('heading', { name: 'Waarover hebben de ouders meebeslist?' })).toBeVisible();
	await press(anke, /Nu weer met/);
	await sees(noor, 'Nu: met jou erbij.');
});

test('agreements at the foot: each home answers for itself, and the others see the answer come in', async () => {
	await goTo(samira, step('afspraken'), title);
	await goTo(anke, step('afspraken'), title);
	const about = { why: 'Noor durft te vertellen', rhythm: 'elke avond', lookBackOn: '2026-11-10' };
	await propose(anke, { ...about, owner: /Samira.* thuis/, what: 'oefenen samen een verhaal' });
	await goTo(anke, step('afspraken'), title);
	await propose(anke, { ...about, owner: /Youssef.* thuis/, what: 'vragen naar de kring' });
	const at = (page: Page, what: string) => page.getByRole('article').filter({ hasText: what });
	await see(at(samira, 'oefenen samen')).toBeVisible();
	await see(at(samira, 'vragen naar')).toBeVisible();

	await at(samira, 'vragen naar de kring').getByRole('link').first().click();
	await arriveAt(samira, 'Afspraak over Noor');
	await see(samira.getByRole('button', { name: 'Ja, dit lukt' })).toHaveCount(0);
	await goTo(samira, step('afspraken'), title);
	await at(samira, 'oefenen samen een verhaal').getByRole('link').first().click();
	await arriveAt(samira, 'Afspraak over Noor');
	await press(samira, 'Ja, dit lukt');
	await see(at(anke, 'oefenen samen een verhaal').getByText('afgesproken', { exact: true })).toBeVisible();
	await see(at(anke, 'vragen naar de kring').getByText('afgesproken', { exact: true })).toHaveCount(0);
});

test('a second talk is planned at once, with everybody at the table, and nobody need decide today', async () => {
	await goTo(samira, step('vervolg'), title);
	await goTo(anke, step('vervolg'), title);
	await sees(samira, 'Vandaag hoeft niemand iets te beslissen.');
	await anke.getByLabel('Dag', { exact: true }).fill('2026-10-01');
	await anke.getByLabel('Tijd', { exact: true }).fill('15:30');
	await press(anke, 'Plan het gesprek');
	for (const page of [anke, samira]) await sees(page, /Volgend gesprek: donderdag 1 oktober/);
});

test('the server dies in the middle: what was said stands, what was typed is still there, and the table goes on', async () => {
	await goTo(samira, step('overzicht'), title);
	await goTo(youssef, step('overzicht'), title);
	await see(youssef.getByText('is hier', { exact: true })).not.toHaveCount(0);
	const draft = await type(samira, /Gaat goed/, 'Ze schrijft verhalen', '.lane.home');
	process.kill(server.pid, 'SIGKILL');
	await server.stop();
	await see(samira.getByText(/Je bent even niet verbonden/)).toBeVisible({ timeout: 20_000 });
	await draft.keep();
	await draft.field.press('End');
	await draft.field.pressSequentially(' en leest ze voor');

	server = await startServer('scripts/start.ts', settings);
	await see(samira.getByText(/Je bent even niet verbonden/)).toHaveCount(0, { timeout: 60_000 });
	await see(draft.field).toHaveValue('Ze schrijft verhalen en leest ze voor');
	await draft.keep();
	await see(youssef.getByText('Ze schrijft verhalen en leest ze voor')).toHaveCount(1, { timeout: 60_000 });
	for (const words of ['Ze lacht weer', 'Ze kookt graag voor ons', 'Thuis praat ze honderduit'])
		await sees(youssef, words);
});

test('without a stream the page asks by itself', async () => {
	await samira
		.context()
		.route('**/tafel/live', (route) =>
			route.request().headers().accept?.includes('text/event-stream') ? route.abort() : route.continue()
		);
	await goTo(samira, step('overzicht'), title);
	await goTo(anke, step('overzicht'), title);
	const words = await type(anke, /Gaat goed/, 'Ze helpt een nieuw kind', '.lane.school');
	await words.keep();
	await see(samira.getByText('Ze helpt een nieuw kind')).toBeVisible({ timeout: 20_000 });
	await samira.context().unroute('**/tafel/live');
});

/** Guards `mostEach` at the address itself, and that who gets no stream is answered when they ask. */
test('one person opens so many streams and no more; who gets none asks at the same address', async () => {
	const live = `${server.origin}${folder.planted.table}/live`;
	const cookie = `${cookieName}=${folder.planted.tokens['youssef']!}`;
	await youssef.goto(`${server.origin}/vandaag`);
	const listening = new AbortController();
	const listen = () => fetch(live, { headers: { cookie, accept: 'text/event-stream' }, signal: listening.signal });
	const opened: Response[] = [];
	// The page that was left lets go of its own stream first.
	await see
		.poll(async () => {
			const answer = await listen();
			if (answer.ok) opened.push(answer);
			return answer.status === 429 && opened.length;
		})
		.toBe(mostEach);
	const asked = await fetch(live, { headers: { cookie, accept: 'application/json' } });
	expect([asked.status, Object.keys(await asked.json())]).toEqual([200, ['version', 'here']]);
	await opened[0]!.body!.cancel();
	await see.poll(async () => (await listen()).status).toBe(200);
	const hers = await fetch(live, {
		headers: { cookie: `${cookieName}=${folder.planted.tokens['noor']!}`, accept: 'text/event-stream' },
		signal: listening.signal
	});
	expect(hers.status).toBe(200);
	listening.abort();
});

test('the two questions afterwards are for oneself alone', async () => {
	await goTo(anke, step('vervolg'), title);
	await press(anke, 'Rond het gesprek af');
	await goTo(samira, step('vervolg'), title);
	await samira.getByRole('group', { name: 'Ben ik gehoord?' }).getByLabel('een beetje').check();
	await samira.getByLabel('Wat wil je onthouden?').fill('Ik wil nog eens praten');
	await press(samira, 'Bewaar voor mezelf');
	await reads(samira, /Je kunt het altijd tegen juf Anke zeggen/);
	for (const page of [anke, youssef]) {
		await goTo(page, step('vervolg'), title);
		await see(page.getByLabel('Wat wil je onthouden?')).toHaveValue('');
	}
});
