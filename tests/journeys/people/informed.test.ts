import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads } from '../page.ts';

let server: Server;
const stage = useStage(() => server.origin);
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

// As `npm start` does in a folder in which nothing is.
beforeAll(async () => {
	server = await startServer('scripts/start.ts', { LOG_LEVEL: 'info' });
});
afterAll(() => server?.stop());

async function become(name: string, heading: RegExp, more: object = phone): Promise<Page> {
	const page = await stage.enter(name, more);
	await goTo(page, '/dev', 'Word iemand');
	await press(page, name);
	await arriveAt(page, heading);
	return page;
}

test('a mother sees how she hears from school, and chooses once a day; what cannot be, is said beside it', async () => {
	const samira = await become('Samira', /Dag Samira/);
	await goTo(samira, '/profiel', 'Jouw profiel');
	await follow(samira, 'Berichten');
	await arriveAt(samira, 'Berichten');
	await reads(samira, 'Per mail, op samira@example.org.');
	await reads(samira, /Van 20\.00 tot 07\.30 uur storen we je niet/);
	await samira.getByRole('radio', { name: /Eén keer per dag/ }).check();
	await samira.getByLabel(/Hoe laat, als je/).fill('21:00');
	await samira.getByRole('button', { name: 'Bewaar' }).click();
	await see(samira.getByText('Deze tijd valt in je stille uren').first()).toBeVisible();
	await see(samira.getByRole('radio', { name: /Eén keer per dag/ })).toBeChecked();
	await samira.getByLabel(/Hoe laat, als je/).fill('17:00');
	await samira.getByRole('button', { name: 'Bewaar' }).click();
	await arriveAt(samira, 'Berichten');
	await reads(samira, /Eén keer per dag, om 17\.00 uur/);
});

test('she puts her talks in her calendar, and what is in it names nobody; stopped, it is gone', async () => {
	const samira = await become('Samira', /Dag Samira/);
	await goTo(samira, '/profiel/agenda', 'Gesprekken in je agenda');
	await press(samira, 'Maak een adres');
	await arriveAt(samira, 'Gesprekken in je agenda');
	const address = await samira.getByLabel('Adres', { exact: true }).inputValue();
	const first = await fetch(address);
	expect(first.headers.get('content-type')).toMatch(/^text\/calendar/);
	const text = await first.text();
	expect(text).toContain('METHOD:PUBLISH');
	expect(text).not.toMatch(/Noor|Sem\b|Idrissi/);
	const again = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag')! } });
	expect(again.status).toBe(304);
	expect((await fetch(address.replace(/.{3}\.ics$/, 'xxx.ics'))).status).toBe(404);
	// Red when the porch writes the address instead of the route.
	const log = await server.log();
	expect(log).toContain('/agenda/[code].ics');
	expect(log).not.toContain(address.split('/').at(-1)!.replace('.ics', ''));
	await press(samira, 'Stop dit adres');
	await arriveAt(samira, 'Gesprekken in je agenda');
	expect((await fetch(address)).status).toBe(404);
});

test('the office prints a round, and hangs a screen in the hall that names no child', async () => {
	const yvonne = await become('Yvonne', /Dag Yvonne/, { viewport: { width: 1280, height: 800 } });
	await goTo(yvonne, '/planner', /./);
	await yvonne
		.getByRole('main')
		.getByRole('link')
		.filter({ hasText: /gesprek/i })
		.first()
		.click();
	await yvonne.getByRole('link', { name: 'Print lijsten en brieven' }).click();
	await arriveAt(yvonne, 'Papier en scherm');
	const here = yvonne.url();
	await yvonne
		.getByRole('link', { name: /Bekijk en print/ })
		.first()
		.click();
	await arriveAt(yvonne, 'Lijst per leraar');
	await yvonne.goto(here);
	await press(yvonne, 'Maak een adres voor het scherm');
	await arriveAt(yvonne, 'Papier en scherm');
	const address = await yvonne.getByLabel('Adres van het scherm').inputValue();
	const hall = await stage.enter('the hall', { viewport: { width: 1280, height: 800 } });
	await goTo(hall, address, /^Gesprekken bij/);
	expect(await hall.locator('body').innerText()).not.toMatch(/Noor|Sem\b|Idrissi/);
	await press(yvonne, 'Stop het scherm');
	expect((await fetch(address)).status).toBe(404);
});
