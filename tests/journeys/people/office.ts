import type { Page } from '@playwright/test';
import { arriveAt, goTo, press, reads, unfold } from '../page.ts';

type File = { name: string; mimeType: string; buffer: Buffer };

/** Sets up a school from the file of its administration, in the trial. */
export async function setUpSchool(page: Page, name: string, pupils: File, office: string) {
	await goTo(page, '/dev/nieuwe-school', 'Een eigen school inrichten');
	await page.getByLabel('Naam van de school').fill(name);
	await page.getByLabel('Bestanden').setInputFiles(pupils);
	await page.getByLabel('E-mailadres van wie de administratie doet').fill(office);
	await press(page, 'Richt de school in');
	await reads(page, 'De school is er.');
}

/** Reads in the list of guardians: looks first, sees what is wrong, confirms the rest. */
export async function readInGuardians(page: Page, guardians: File, wrong: RegExp) {
	await goTo(page, '/school/import', 'Bestand inlezen');
	await page.getByLabel('Bestanden').setInputFiles(guardians);
	await press(page, 'Bekijk wat er verandert');
	await arriveAt(page, 'Dit verandert er');
	await reads(page, 'Deze regels kloppen niet (1)');
	await reads(page, wrong);
	await press(page, 'Lees de rest in, zonder deze regels');
	await arriveAt(page, 'Ingelezen');
}

export async function planRound(page: Page, group: string, firstDay: string, lastDay: string) {
	await goTo(page, '/planner/nieuw', 'Nieuwe ronde');
	await page.getByRole('checkbox', { name: group, exact: true }).check();
	await page.getByLabel('Eerste dag').fill(firstDay);
	await page.getByLabel('Laatste dag').fill(lastDay);
	await press(page, 'Maak een ronde');
	await arriveAt(page, 'Startgesprekken');
	await reads(page, 'Nog niet open');
}

export async function openRound(page: Page) {
	await goTo(page, '/planner', 'Het schooljaar 2026-2027');
	const rounds = page.getByRole('region', { name: 'Rondes in dit jaar' });
	await rounds.getByRole('link', { name: 'Startgesprekken' }).click();
	await arriveAt(page, 'Startgesprekken');
	await press(page, 'Open de ronde en nodig ouders uit');
	await reads(page, 'De ronde is open.');
}

/** Sees for whom the next step is the school's. */
export async function seeWhoHasNoTime(page: Page, count: string, family: RegExp) {
	await goTo(page, new URL(page.url()).pathname, 'Startgesprekken');
	await reads(page, count);
	await unfold(page, 'Volgende stap');
	await reads(page, family);
}
