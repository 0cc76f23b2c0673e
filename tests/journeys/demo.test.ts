import { expect as see, type Page, type Request } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, goTo, press, reads, unfold } from './page.ts';

let server: Server;
const stage = useStage(() => server.origin);

// As `npm start` does in a folder in which nothing is.
beforeAll(async () => {
	server = await startServer('scripts/start.ts', {});
});
afterAll(() => server?.stop());

/** Somebody of the demo school, on their Today. */
async function become(name: string, heading: RegExp) {
	const page = await stage.enter(name);
	await goTo(page, '/dev', 'Word iemand');
	await press(page, name);
	await arriveAt(page, heading);
	return page;
}

let samira: Page;

test('the first start fills the demo school, and everybody in it has something to do', async () => {
	samira = await become('Samira', /Dag Samira/);
	await reads(samira, 'Voor jou');
	await reads(samira, 'Startgesprek over Noor');
	const anke = await become('juf Anke', /Dag/);
	await reads(anke, 'Voor jou');
	await reads(anke, /Noor/);
	const yvonne = await become('Yvonne', /Dag Yvonne/);
	const round = yvonne.locator('section.next, li').filter({ hasText: 'De startgesprekken lopen' });
	await round.getByRole('link', { name: 'Bekijk de ronde' }).click();
	await arriveAt(yvonne, 'Startgesprekken');
});

test('what is typed while a point is under way stays, the page keeps its place, and nothing is said twice', async () => {
	await openTalk();
	const { field, keep } = await newPoint();
	await field.fill('Hoe gaat rekenen?');
	await keep.scrollIntoViewIfNeeded();
	const place = () => samira.evaluate(() => scrollY);
	const before = await place();
	const letThrough = await holdUp(samira, 'say');
	await keep.dblclick();
	await field.fill('Mag Noor vooraan?');
	await letThrough();
	const agenda = samira.locator('li').filter({ has: samira.locator('.said') });
	await see(agenda.filter({ hasText: 'Hoe gaat rekenen?' })).toHaveCount(1);
	await see(field).toHaveValue('Mag Noor vooraan?');
	expect(await place()).toBe(before);
	await keep.click();
	await see(agenda.filter({ hasText: 'Mag Noor vooraan?' })).toHaveCount(1);
	await see(field).toHaveValue('');
	await see(keep).toBeFocused();
	await samira.reload();
	await see(agenda.filter({ hasText: 'Hoe gaat rekenen?' })).toHaveCount(1);
	await see(agenda.filter({ hasText: 'Mag Noor vooraan?' })).toHaveCount(1);
});

test('a point that was not sent yet is there again on the next visit', async () => {
	const { field } = await newPoint();
	await field.fill('Wie haalt haar op?');
	await openTalk();
	await see(field).toHaveValue('Wie haalt haar op?');
});

test('words being changed are there again on the next visit, until they are kept', async () => {
	await openTalk();
	const form = await changeOf('Hoe gaat rekenen?');
	const field = form.getByRole('textbox');
	await field.fill('Hoe gaat rekenen in de kleine groep?');
	await openTalk();
	await see(field).toHaveValue('Hoe gaat rekenen in de kleine groep?');
	await form.getByRole('button', { name: 'Bewaar' }).click();
	await see(samira.locator('.said').filter({ hasText: 'in de kleine groep' })).toHaveCount(1);
	await openTalk();
	await see(samira.locator('details[open]').filter({ has: field })).toHaveCount(0);
});

test('what is typed while an answer is being saved goes along when the button is pressed', async () => {
	await openTalk();
	await samira.goto(`${new URL(samira.url()).pathname}/voorbereiden/1`);
	await samira.waitForLoadState('networkidle');
	const question = samira.url();
	const field = samira.getByRole('textbox');
	const letThrough = await holdUp(samira, 'save');
	const saving = samira.waitForRequest(isPost('save'));
	await field.fill('Ze leest graag');
	await saving;
	await field.fill('Ze leest graag en ze slaapt slecht');
	await press(samira, 'Verder');
	await field.fill('Ze leest graag en ze slaapt slecht, al weken');
	await letThrough();
	await samira.waitForURL((url) => url.href !== question);
	await samira.goto(question);
	await see(field).toHaveValue('Ze leest graag en ze slaapt slecht, al weken');
});

async function openTalk() {
	await goTo(samira, '/gesprekken', 'Gesprekken');
	await samira.locator('article').filter({ hasText: 'Noor' }).first().getByRole('link', { name: 'Bekijk' }).click();
	await arriveAt(samira, /Startgesprek over Noor/);
	await samira.waitForLoadState('networkidle');
}

/** The form to put something on the agenda, opened. */
async function newPoint() {
	await unfold(samira, 'Zet een punt op de agenda');
	const field = samira.getByLabel('Zet een punt op de agenda');
	const form = samira.locator('form').filter({ has: field });
	return { field, keep: form.getByRole('button', { name: 'Bewaar' }) };
}

/** The form to change a point of the agenda, opened. */
async function changeOf(point: string) {
	const item = samira.locator('li').filter({ hasText: point });
	await item.locator('summary').click();
	return samira.locator('li form[action^="?/reword"]').first();
}

function isPost(action: string) {
	return (request: Request) => request.method() === 'POST' && new URL(request.url()).search.startsWith(`?/${action}`);
}

/** A slow line: what is sent for `action` waits until it is let through. */
async function holdUp(page: Page, action: string) {
	let open = () => {};
	const opened = new Promise<void>((go) => (open = go));
	await page.route(
		(url) => url.search.startsWith(`?/${action}`),
		async (route) => {
			await opened;
			await route.continue();
		}
	);
	return async () => open();
}
