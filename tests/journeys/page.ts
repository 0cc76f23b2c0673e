import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectToFit } from '#tests/harness/stage.ts';

const see = expect.configure({ timeout: 10_000 });

/** Somebody goes to an address; the page is fit for everybody. */
export async function goTo(page: Page, path: string, heading: string | RegExp) {
	await page.goto(path);
	await arriveAt(page, heading);
}

/** Somebody stands before a page: it has come, bars nobody, and fits on a phone. */
export async function arriveAt(page: Page, heading: string | RegExp) {
	await see(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
	// On a busy machine the words are there before their style is, and nobody has seen anything yet.
	await page.waitForLoadState('load');
	await expectAccessible(page);
	await expectToFit(page);
}

export function press(page: Page, name: string | RegExp) {
	return page.getByRole('button', { name }).first().click();
}

export function follow(page: Page, name: string | RegExp) {
	return page.getByRole('link', { name }).first().click();
}

/** Open what is folded away. */
export function unfold(page: Page, name: string | RegExp) {
	return page.locator('summary').filter({ hasText: name }).first().click();
}

/** The page says so. */
export function reads(page: Page, sentence: string | RegExp) {
	return see(page.getByRole('main').getByText(sentence).first()).toBeVisible();
}

/** Somebody is quick, or far from a mast: what they do while the page stands there and its script is still on its way. */
export async function beforeItsScript(page: Page, path: string, work: () => Promise<void>) {
	let arrive = () => {};
	const comes = new Promise<void>((resolve) => (arrive = resolve));
	await page.route(/\.js$/, async (route) => {
		await comes;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	await work();
	arrive();
	await page.waitForLoadState('networkidle');
	await page.unrouteAll({ behavior: 'wait' });
}
