import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { byKeyboard } from '../keys.ts';
import { arriveAt, follow, goTo, press, reads } from '../page.ts';

let server: Server;
let samira: Page;
const stage = useStage(() => server.origin);
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

// As `npm start` does in a folder in which nothing is.
beforeAll(async () => {
	server = await startServer('scripts/start.ts', {});
	samira = await become('Samira', /Dag Samira/);
});
afterAll(() => server?.stop());

/** Somebody of the demo school, on a phone that has a Dutch voice of its own. */
async function become(name: string, heading: RegExp) {
	const page = await stage.enter(name, phone);
	await page.addInitScript(() => {
		const voice = { lang: 'nl-NL', localService: true, name: 'Stem', default: true, voiceURI: 'stem' };
		Object.defineProperty(window.speechSynthesis, 'getVoices', { value: () => [voice] });
		class Utterance {
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		}
		Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
		// What was said aloud; silence empties it.
		const spoken: string[] = [];
		const speak = ({ text }: { text: string }) => spoken.push(text);
		Object.defineProperty(window.speechSynthesis, 'speak', { value: speak });
		Object.defineProperty(window.speechSynthesis, 'cancel', { value: () => spoken.splice(0) });
		Object.assign(window, { spoken });
	});
	await goTo(page, '/dev', 'Word iemand');
	await press(page, name);
	await arriveAt(page, heading);
	return page;
}

const part = (page: Page, piece: string) => page.locator(`section#${piece}`);
const pictures = (page: Page) => page.getByRole('main').locator('svg.picture');
const saved = (page: Page, piece: string) => see(part(page, piece).getByText('bewaard', { exact: true })).toBeVisible();

test('a mother says how she likes the contact; it is kept as she types, and still there when she comes back', async () => {
	await goTo(samira, '/profiel', 'Jouw profiel');
	await follow(samira, 'Wat ik fijn vind in het contact');
	await arriveAt(samira, 'Wat ik fijn vind');
	await samira.waitForLoadState('networkidle');
	await part(samira, 'callWhen').getByRole('textbox').fill('Na half vier, niet op vrijdag');
	await saved(samira, 'callWhen');
	await samira.reload();
	await see(part(samira, 'callWhen').getByRole('textbox')).toHaveValue('Na half vier, niet op vrijdag');
});

test('who would rather listen finds a button on every page that reads it aloud', async () => {
	await samira.waitForLoadState('networkidle');
	await part(samira, 'readAloud').getByRole('checkbox').check();
	await saved(samira, 'readAloud');
	await goTo(samira, '/vandaag', /Dag Samira/);
	await see(samira.getByRole('button', { name: 'Lees deze pagina voor' })).toBeVisible();
});

const spoken = () => samira.evaluate(() => (window as unknown as { spoken: string[] }).spoken.join('\n'));

/** Guards `pieces` and the Escape key in static/voorlezen.js: red without `button` or `textarea` among them, or without the key. */
test('by keyboard it reads an agreement with its answers, and a preparation with her own words, and Escape stops it', async () => {
	const keys = byKeyboard(samira);
	const button = samira.getByRole('button', { name: 'Lees deze pagina voor' });
	await goTo(samira, '/afspraken', 'Afspraken');
	await keys.tabTo(button);
	await samira.keyboard.press('Enter');
	const agreement = await samira.locator('main article p').first().innerText();
	expect(await spoken()).toContain(agreement);
	await see(samira.getByRole('button', { name: 'Stop' })).toBeFocused();
	await samira.keyboard.press('Escape');
	expect(await spoken()).toBe('');
	await see(button).toBeFocused();

	await goTo(samira, '/gesprekken', 'Gesprekken');
	await follow(samira, 'Bekijk');
	await arriveAt(samira, /gesprek over/i);
	await samira.goto(`${new URL(samira.url()).pathname}/voorbereiden/1`);
	await samira.waitForLoadState('networkidle');
	await samira.getByRole('textbox').first().fill('Ze slaapt slecht');
	await keys.tabTo(button);
	await samira.keyboard.press('Enter');
	expect(await spoken()).toContain('Ze slaapt slecht');
	expect(await spoken()).toContain('Verder');
	await samira.keyboard.press('Enter');
	expect(await spoken()).toBe('');
});

test('who likes pictures sees them beside the words, and the other home does not', async () => {
	expect(await pictures(samira).count()).toBe(0);
	await goTo(samira, '/profiel/wensen', 'Wat ik fijn vind');
	await samira.waitForLoadState('networkidle');
	await part(samira, 'pictures').getByRole('checkbox').check();
	await saved(samira, 'pictures');
	await goTo(samira, '/vandaag', /Dag Samira/);
	await see(samira.locator('.card.next svg.picture')).toBeVisible();
	await goTo(samira, '/gesprekken', 'Gesprekken');
	await follow(samira, 'Bekijk');
	await arriveAt(samira, /./);
	await see(samira.locator('dt svg.picture').first()).toBeVisible();
	await goTo(samira, '/afspraken', 'Afspraken');
	await see(pictures(samira).first()).toBeVisible();

	const youssef = await become('Youssef', /Dag Youssef/);
	expect(await pictures(youssef).count()).toBe(0);
});

test('the file is offered to look at, and stays away when she would rather not now', async () => {
	await goTo(samira, '/vandaag', /Dag Samira/);
	await reads(samira, 'Kloppen jullie gegevens nog?');
	await press(samira, 'Niet nu');
	await reads(samira, 'Goed. We vragen het later nog eens.');
	await goTo(samira, '/vandaag', /Dag Samira/);
	await see(samira.getByText('Kloppen jullie gegevens nog?')).toHaveCount(0);
});
