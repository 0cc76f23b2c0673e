import { expect as see, type Page } from '@playwright/test';
import { arriveAt, goTo, press, reads, unfold } from '../page.ts';

export async function offerTimes(page: Page, day: string, from: string, to: string, room: string) {
	await page.getByLabel('Dag', { exact: true }).fill(day);
	await page.getByLabel('Van', { exact: true }).fill(from);
	await page.getByLabel('Tot', { exact: true }).fill(to);
	await page.getByLabel('Lokaal').fill(room);
	await press(page, 'Zet deze tijden erbij');
	await reads(page, 'Je tijden staan erbij.');
}

/** The address of the talk about this child, from the list of talks. */
export async function talkAbout(page: Page, title: RegExp, who: string) {
	await goTo(page, '/gesprekken', 'Gesprekken');
	const card = page.locator('article').filter({ hasText: title }).filter({ hasText: who });
	await card.getByRole('link', { name: 'Bekijk' }).click();
	await arriveAt(page, title);
	return new URL(page.url()).pathname;
}

export async function propose(
	page: Page,
	agreement: { owner: RegExp; what: string; why: string; rhythm: string; lookBackOn: string }
) {
	await unfold(page, 'Stel een afspraak voor');
	await page.getByRole('radio', { name: agreement.owner }).check();
	await page.getByLabel('Wat gebeurt er?').fill(agreement.what);
	await page.getByLabel('Waarom? Zodat …').fill(agreement.why);
	await page.getByLabel('In eigen woorden').fill(agreement.rhythm);
	await page.getByLabel('Wanneer kijken jullie terug?').fill(agreement.lookBackOn);
	await page.getByRole('button', { name: 'Stel voor', exact: true }).click();
	await see(page.getByRole('article').filter({ hasText: agreement.what })).toBeVisible();
}

export async function shareRecord(page: Page, talk: string, forAdults: string, forCircle: string) {
	await goTo(page, `${talk}/verslag`, /Verslag van het gesprek/);
	await page.getByLabel('Voor de volwassenen').fill(forAdults);
	await page.getByLabel(/en iedereen/).fill(forCircle);
	await press(page, 'Deel het verslag');
	await reads(page, 'Het verslag is gedeeld.');
	await arriveAt(page, /Verslag van het gesprek/);
}
