import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieName } from '#platform/sessions.server.ts';
import { anke, deLinde, huda, joris, samira } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads } from './page.ts';
import { plantFolder } from './planted.ts';

const persons = { Samira: samira, Huda: huda, 'juf Anke': anke, Joris: joris };
let server: Server;
let tokens: Record<string, string>;
const stage = useStage(() => server.origin);

beforeAll(async () => {
	const { folder, planted, remove } = await plantFolder(async () => {
		await plantCast();
		const found = [];
		for (const [name, who] of Object.entries(persons)) found.push([name, await tokenFor(deLinde, who)] as const);
		return Object.fromEntries(found);
	});
	tokens = planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	return remove;
});
afterAll(() => server?.stop());

async function enter(name: keyof typeof persons): Promise<Page> {
	const page = await stage.enter(name);
	await page.context().addCookies([{ name: cookieName, value: tokens[name]!, url: server.origin }]);
	return page;
}

test('two clicks from Today a mother reads who looked at the pages of her daughter', async () => {
	const samirasPhone = await enter('Samira');
	await goTo(samirasPhone, '/vandaag', /Dag/);
	await follow(samirasPhone, 'Noor');
	await follow(samirasPhone, 'Wie keek in de pagina’s van Noor');
	await arriveAt(samirasPhone, 'Wie keek in de pagina’s van Noor');
	await reads(samirasPhone, 'Er heeft nog niemand van school in de pagina’s van Noor gekeken.');

	const ankesScreen = await enter('juf Anke');
	await goTo(ankesScreen, '/leerlingen', 'Leerlingen');
	await follow(ankesScreen, 'Noor Benali');
	await arriveAt(ankesScreen, 'Noor');
	await follow(ankesScreen, 'Wanneer jij keek bij Noor');
	await arriveAt(ankesScreen, 'Wanneer jij keek bij Noor');

	await see(async () => {
		await samirasPhone.reload();
		await reads(samirasPhone, /^Juf Anke, leerkracht van Groep 5 · dinsdag 22 september$/);
	}).toPass({ timeout: 20_000 });
});

test('with one child it is two clicks as well', async () => {
	const page = await enter('Huda');
	await goTo(page, '/vandaag', /Dag/);
	await follow(page, 'Alles over Adam');
	await follow(page, 'Wie keek in de pagina’s van Adam');
	await arriveAt(page, 'Wie keek in de pagina’s van Adam');
});

test('leadership says why before it looks in, reads, and the mother reads the reason', async () => {
	const page = await enter('Joris');
	await goTo(page, '/leerlingen', 'Leerlingen');
	await follow(page, 'Bekijk een andere leerling van de school');
	await arriveAt(page, 'Alle leerlingen van de school');
	await follow(page, 'Noor Benali');
	await arriveAt(page, 'Kijken bij Noor');
	await press(page, 'Kijk bij Noor');
	await see(page.getByRole('alert').getByText('Schrijf op waarom je wilt kijken.')).toBeVisible();
	await page.getByLabel('Waarom wil je kijken?').fill('Haar moeder vroeg mij om mee te denken.');
	await press(page, 'Kijk bij Noor');
	await arriveAt(page, 'Noor');
	await reads(page, 'Je kijkt vandaag mee met een reden.');
	expect(await page.getByRole('link', { name: 'Plan een gesprek' }).count()).toBe(0);

	const samirasPhone = await enter('Samira');
	await goTo(samirasPhone, '/vandaag', /Dag/);
	await follow(samirasPhone, 'Noor');
	await follow(samirasPhone, 'Wie keek in de pagina’s van Noor');
	await reads(samirasPhone, 'Joris de Graaf, directie · dinsdag 22 september'.replace('Joris de Graaf', ''));
	await reads(samirasPhone, 'Reden: Haar moeder vroeg mij om mee te denken.');
});
