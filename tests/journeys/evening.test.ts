import { expect as see, type BrowserContextOptions, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import { cookieName } from '#platform/sessions.server.ts';
import * as cast from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { startRound, value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { freePort } from '#tests/harness/guard.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads } from './page.ts';
import * as teacher from './people/teacher.ts';
import { plantFolder } from './planted.ts';
import { clockAt } from './post.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

let server: Server;
let round: string;
let folder: Awaited<ReturnType<typeof plant>>;
let [yvonne, anke, bram, samira, clock] = [] as unknown as [Page, Page, Page, Page, Page];
const stage = useStage(() => server.origin);

function plant() {
	return plantFolder(async () => {
		await plantCast();
		const { yvonne, anke, bram, samira } = cast;
		const tokens: Record<string, string> = {};
		for (const [name, who] of Object.entries({ yvonne, anke, bram, samira })) {
			tokens[name] = await tokenFor(cast.deLinde, who);
		}
		const round = value(await plan(cast.as(yvonne), startRound)).id;
		value(await open(cast.as(yvonne), round));
		return { tokens, round };
	});
}

beforeAll(async () => {
	folder = await plant();
	server = await startServer('scripts/start.ts', { DATA_DIR: folder.folder, PORT: String(await freePort()) });
	({ round } = folder.planted);
	[yvonne, anke, bram] = [await enter('yvonne'), await enter('anke', phone), await enter('bram', phone)];
	[samira, clock] = [await enter('samira', phone), await stage.enter('clock')];
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

const station = (page: Page, name: string) => page.locator('li.station').filter({ hasText: name });

test('two teachers offer an evening, and the office says where their rooms are', async () => {
	for (const [page, room] of [
		[anke, 'Lokaal 5'],
		[bram, 'Lokaal 3']
	] as const) {
		await goTo(page, '/aanbod', 'Jouw tijden');
		await teacher.offerTimes(page, '2026-09-29', '19:00', '20:00', room);
	}
	await goTo(yvonne, '/planner/lokalen', 'Lokalen');
	const fill = async (room: string, zone: string, way: string) => {
		const part = yvonne.getByRole('group', { name: room });
		await part.getByLabel('Deel van het gebouw').fill(zone);
		await part.getByLabel('Zo vind je het').fill(way);
	};
	await fill('Lokaal 5', 'gebouw A', 'begane grond');
	await fill('Lokaal 3', 'gebouw B', 'eerste verdieping, links');
	await yvonne.getByLabel('Waar kunnen ouders wachten?').fill('koffie in de aula');
	await press(yvonne, 'Bewaar lokalen en looptijden');
	await reads(yvonne, 'De lokalen en looptijden zijn bewaard.');
});

test('a mother chooses a time for each of her children, and has a route along both', async () => {
	await goTo(samira, `/afspreken/${round}`, /.*/);
	await choose('Noor', /19\.00 uur/);
	await goTo(samira, `/afspreken/${round}`, /.*/);
	await choose('Sem', /19\.30 uur/);
	await goTo(samira, `/afspreken/${round}`, /.*/);
	await follow(samira, 'Bekijk jullie route door de school');
	await arriveAt(samira, 'Jullie route');
	await see(station(samira, 'juf Anke')).toContainText('gebouw A · begane grond');
	await see(station(samira, 'meester Bram')).toContainText('Lokaal 3');
	await reads(samira, /5 min\. lopen naar gebouw B/);
	await reads(samira, '10 minuten de tijd: koffie in de aula');
	const file = await samira.request.get(`/afspreken/${round}/route/agenda.ics`);
	expect((await file.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
	await picture(samira, 'route');
});

async function choose(child: string, time: RegExp) {
	const part = samira.locator('section').filter({ has: samira.getByRole('heading', { name: new RegExp(child) }) });
	const more = part.locator('summary', { hasText: /andere tijden/i });
	if (await more.count()) await more.first().click();
	await part.getByRole('button', { name: time }).first().click();
	await arriveAt(samira, new RegExp(`Gesprek over ${child}`));
}

test('juf Anke runs a quarter late: the route says so by itself, and the mother takes the talks the other way round', async () => {
	await clockAt(clock, '2026-09-29T18:50');
	await goTo(samira, `/afspreken/${round}/route`, 'Jullie route');
	await goTo(bram, `/aanbod/${round}/avond`, 'Je lijst voor de avond');
	await goTo(anke, `/aanbod/${round}`, 'Jouw tijden');
	await follow(anke, 'Open je lijst voor de avond');
	await arriveAt(anke, 'Je lijst voor de avond');
	await reads(anke, 'Noor Benali');
	await picture(anke, 'list');
	await press(anke, 'Ik loop 10 minuten uit');
	await reads(anke, 'Je loopt 10 minuten uit. De ouders die nog komen, zien dat.');
	await see(samira.getByText(/juf Anke loopt 10 minuten uit/)).toBeVisible({ timeout: 15_000 });
	await press(anke, 'Ik loop 15 minuten uit');
	await see(samira.getByRole('heading', { name: /Jullie halen meester Bram om 19\.30 uur niet op tijd/ })).toBeVisible({
		timeout: 15_000
	});
	await picture(samira, 'late');
	await picture(samira, 'late-dark', { dark: true });
	await see(station(samira, 'juf Anke')).toContainText('19.00');

	await press(samira, /Eerst naar meester Bram om 19\.00 uur/);
	await reads(samira, 'Jullie gesprekken zijn omgewisseld. De nieuwe tijden staan hieronder.');
	await see(station(samira, 'meester Bram')).toContainText('19.00–19.15');
	// His list hears of it without a press.
	await see(bram.getByText('19.00', { exact: true }).first()).toBeVisible({ timeout: 15_000 });
});

test('back on time, begun and done: with one tap each, and the family sees where they are', async () => {
	await press(anke, 'Weer op tijd');
	await reads(anke, 'Je loopt op tijd.');
	await clockAt(clock, '2026-09-29T19:01');
	await goTo(bram, `/aanbod/${round}/avond`, 'Je lijst voor de avond');
	await press(bram, /^Begonnen/);
	await reads(bram, 'Het gesprek is begonnen.');
	await see(station(samira, 'meester Bram').getByText('Nu', { exact: true })).toBeVisible({ timeout: 15_000 });
	await clockAt(clock, '2026-09-29T19:12');
	await press(bram, /^Klaar/);
	await reads(bram, 'Het gesprek is klaar.');
	await see(station(samira, 'meester Bram').getByText('Geweest', { exact: true })).toBeVisible({ timeout: 15_000 });
	await picture(bram, 'list-done');
});

/** For who wants to look: `PICTURES=/tmp/pictures`. */
async function picture(page: Page, name: string, { dark = false } = {}) {
	const folderOf = process.env.PICTURES;
	if (!folderOf) return;
	await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
	await page.screenshot({ path: `${folderOf}/${name}-360.png`, fullPage: true });
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.screenshot({ path: `${folderOf}/${name}-1280.png`, fullPage: true });
	await page.setViewportSize(phone.viewport);
	await page.emulateMedia({ media: 'print' });
	await page.screenshot({ path: `${folderOf}/${name}-print.png`, fullPage: true });
	await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
}
