import { setTimeout } from 'node:timers/promises';
import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieName } from '#platform/sessions.server.ts';
import { anke, deLinde, noor, samira } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, beforeItsScript, follow, goTo, press, reads, unfold } from './page.ts';
import { propose } from './people/teacher.ts';
import { plantFolder } from './planted.ts';

const persons = { Samira: samira, 'juf Anke': anke, Noor: noor };
let server: Server;
let tokens: Record<string, string>;
const stage = useStage(() => server.origin);
let [teacher, mother] = [] as unknown as [Page, Page];
let talk = '';

beforeAll(async () => {
	const { folder, planted, remove } = await plantFolder(async () => {
		await plantCast();
		const found = [];
		for (const [name, who] of Object.entries(persons)) found.push([name, await tokenFor(deLinde, who)] as const);
		return Object.fromEntries(found);
	});
	tokens = planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	teacher = await enter('juf Anke');
	mother = await enter('Samira');
	return remove;
});
afterAll(() => server?.stop());

async function enter(name: keyof typeof persons): Promise<Page> {
	const page = await stage.enter(name, name === 'juf Anke' ? {} : { viewport: { width: 360, height: 740 } });
	await page.context().addCookies([{ name: cookieName, value: tokens[name]!, url: server.origin }]);
	return page;
}

async function point(page: Page, text: string, minutes: string) {
	await unfold(page, 'Zet een punt op de agenda');
	const form = page.locator('form').filter({ has: page.getByLabel('Zet een punt op de agenda') });
	await form.getByLabel('Zet een punt op de agenda').fill(text);
	await form.getByLabel(/minuten/i).fill(minutes);
	await form.getByLabel('Voor wie?').selectOption('circle');
	await form.getByRole('button', { name: 'Bewaar' }).click();
	await reads(page, text);
}

const order = (page: Page) => page.locator('li[data-item] .said').allInnerTexts();

test('a teacher plans a report talk, chosen in plain words: ten minutes, with the child', async () => {
	await goTo(teacher, `/gesprekken/nieuw?leerling=${noor.id}`, 'Plan een gesprek over Noor');
	await reads(teacher, 'Bij het rapport: kort, en met het kind erbij.');
	expect(await teacher.getByRole('link', { name: 'Huisbezoek' }).count()).toBe(0);
	await follow(teacher, 'Rapportgesprek');
	await arriveAt(teacher, 'Plan een gesprek over Noor');
	await see(teacher.getByLabel('Noor', { exact: true })).toBeChecked();
	await teacher.getByLabel(/Samira/).check();
	await see(teacher.getByLabel('Hoe lang, in minuten')).toHaveValue('10');
	await teacher.getByLabel('Dag', { exact: true }).fill('2026-09-22');
	await teacher.getByLabel('Tijd', { exact: true }).fill('15:10');
	await press(teacher, 'Plan het gesprek');
	await arriveAt(teacher, 'Rapportgesprek over Noor');
	talk = new URL(teacher.url()).pathname;
	await point(teacher, 'Noor laat haar leesboek zien', '3');
});

test('her mother sees what it is for, adds an aim, says whom she brings, and puts her point first by keyboard', async () => {
	await goTo(mother, talk, 'Rapportgesprek over Noor');
	await reads(mother, 'Terugkijken op een periode');
	await unfold(mother, 'Pas de doelen aan');
	await press(mother, '+ Wat er speelt in de klas');
	await reads(mother, /Wat er speelt in de klas \(van/);
	await beforeItsScript(mother, talk, async () => {
		await unfold(mother, 'Neem iemand mee');
		await mother.getByLabel('Wie neem je mee?').fill('Fatma');
	});
	await see(mother.getByLabel('Wie neem je mee?')).toHaveValue('Fatma');
	await mother.getByLabel('Als wat?').selectOption('interpreter');
	await press(mother, 'Laat het weten');
	await reads(mother, 'Iedereen die komt, kan nu lezen wie er meekomt.');
	await point(mother, 'Hoe gaat het met de sommen?', '4');
	await reads(mother, '7 van 10 minuten');
	expect(await order(mother)).toEqual(['Noor laat haar leesboek zien', 'Hoe gaat het met de sommen?']);
	await mother.getByRole('button', { name: /^Omhoog.*sommen/ }).press('Enter');
	await see(mother.getByText('“Hoe gaat het met de sommen?” staat nu op plaats 1 van 2.')).toHaveCount(1);
	expect(await order(mother)).toEqual(['Hoe gaat het met de sommen?', 'Noor laat haar leesboek zien']);
	await see(mother.getByRole('button', { name: /^Omlaag.*sommen/ })).toBeFocused();
	await arriveAt(mother, 'Rapportgesprek over Noor');
});

test('the teacher drags it back, and reads who comes along', async () => {
	await goTo(teacher, talk, 'Rapportgesprek over Noor');
	await reads(teacher, 'Fatma');
	await see(teacher.locator('li[data-item] .said').first()).toHaveText('Hoe gaat het met de sommen?');
	await teacher.waitForLoadState('networkidle');
	const [first, second] = [teacher.locator('[data-handle]').first(), teacher.locator('li[data-item]').nth(1)];
	await first.scrollIntoViewIfNeeded();
	const [from, to] = [(await first.boundingBox())!, (await second.boundingBox())!];
	await teacher.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
	await teacher.mouse.down();
	await teacher.mouse.move(from.x, to.y + to.height - 4, { steps: 8 });
	await teacher.mouse.up();
	await see(teacher.locator('li[data-item] .said').first()).toHaveText('Noor laat haar leesboek zien');
});

test('at the table a talk of ten minutes has three steps; what they did not get to stays, and an agreement is made', async () => {
	await goTo(teacher, `${talk}/tafel`, 'Aan tafel over Noor');
	await see(teacher.getByRole('navigation', { name: 'Stappen van het gesprek' }).getByRole('link')).toHaveText([
		/Welkom/,
		/Overzicht/,
		/Afspraken/
	]);
	await press(teacher, 'Begin het gesprek');
	const left = teacher.locator('li').filter({ hasText: 'Hoe gaat het met de sommen?' });
	await left.getByRole('button', { name: 'Hier kwamen we niet aan toe' }).click();
	await reads(teacher, 'Gaat mee naar het volgende gesprek, zodra dat gepland is.');
	await goTo(teacher, `${talk}/tafel?stap=afspraken`, 'Aan tafel over Noor');
	await propose(teacher, {
		...{ owner: /\(jij\)/, what: 'kiest elke week een boek met Noor', why: 'zij plezier in lezen houdt' },
		...{ rhythm: 'op maandag', lookBackOn: '2026-11-10' }
	});
	await arriveAt(teacher, 'Aan tafel over Noor');
});

test('a mother asks for a home visit; school gives it a moment, the child says what it shows, nothing is written down', async () => {
	await goTo(mother, `/gesprekken/nieuw?leerling=${noor.id}`, 'Vraag een gesprek over Noor');
	await follow(mother, 'Huisbezoek');
	await arriveAt(mother, 'Vraag een gesprek over Noor');
	await press(mother, 'Vraag het gesprek');
	await arriveAt(mother, 'Bij Noor thuis');
	const visit = new URL(mother.url()).pathname;

	await goTo(teacher, visit, 'Bij Noor thuis');
	await follow(teacher, 'Kies een moment');
	await arriveAt(teacher, 'Plan een gesprek over Noor');
	await teacher.getByLabel('Noor', { exact: true }).check();
	await teacher.getByLabel('Dag', { exact: true }).fill('2026-09-30');
	await teacher.getByLabel('Tijd', { exact: true }).fill('15:30');
	await see(teacher.getByLabel('Waar?')).toHaveValue('home');
	await press(teacher, 'Plan het gesprek');
	await arriveAt(teacher, 'Bij Noor thuis');
	await reads(teacher, 'Zou jij je eigen slaapkamer laten zien?');
	for (const name of ['Open de tafel', 'Bereid voor', 'Maak het verslag']) {
		expect(await teacher.getByRole('link', { name }).count()).toBe(0);
	}

	const child = await enter('Noor');
	await goTo(child, `${visit}/voorbereiden/1`, /Wat wil je laten zien/);
	await child.waitForLoadState('networkidle');
	await child.getByRole('textbox').first().fill('Mijn konijn wel, mijn kamer niet');
	await drawsALine(child);
	// Pressed twice while the drawing is being kept: both go along, once. Guards `settling` in QuestionForm.svelte.
	const sent: string[] = [];
	child.on('request', (request) => {
		const action = request.method() === 'POST' && /\?\/(\w+)/.exec(request.url())?.[1];
		if (action) sent.push(action);
	});
	await child.route(/attach/, async (route) => {
		await setTimeout(1500);
		await route.continue();
	});
	const keeping = child.waitForRequest(/attach/);
	await press(child, 'Verder');
	await keeping;
	await press(child, 'Verder');
	await arriveAt(child, 'Voorbereiden');
	await see(child.locator('main img')).toHaveCount(1);
	expect(sent.filter((action) => action === 'attach')).toHaveLength(1);
	expect(sent.filter((action) => action === 'save').length).toBeLessThanOrEqual(2);
	await press(child, /^Deel/);
	await goTo(teacher, visit, 'Bij Noor thuis');
	await reads(teacher, 'Mijn konijn wel, mijn kamer niet');

	await press(teacher, 'We hebben elkaar gesproken');
	await reads(teacher, 'Fijn dat jullie elkaar spraken.');
	await press(teacher, 'Er is geen volgend gesprek nodig');
	await press(teacher, 'Rond af');
	await reads(teacher, 'Dit gesprek is afgerond.');
	await arriveAt(teacher, 'Bij Noor thuis');
	expect(await teacher.getByRole('link', { name: /verslag/i }).count()).toBe(0);
});

async function drawsALine(page: Page) {
	const sheet = page.locator('canvas');
	if (!(await sheet.isVisible())) await page.getByText('Teken het', { exact: true }).click();
	await sheet.scrollIntoViewIfNeeded();
	const { x, y } = (await sheet.boundingBox())!;
	await page.mouse.move(x + 40, y + 40);
	await page.mouse.down();
	await page.mouse.move(x + 140, y + 90, { steps: 5 });
	await page.mouse.up();
}
