import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser } from './browser.ts';

/** Pictures of a story that failed; not kept in the repository. */
const pictures = 'test-results';

/**
 * A browser for the stories of one file. `enter('Samira')` gives a page of her own: own cookies, own device, nothing from
 * outside this machine but `also`. When a story fails, each person's screen is kept as a picture.
 */
export function useStage(home: () => string, also: () => readonly string[] = () => []) {
	let browser: Browser;
	const people = new Map<string, Page>();

	beforeAll(async () => {
		browser = await openBrowser();
		return () => browser.close();
	});
	afterEach(async ({ task }) => {
		if (task.result?.state === 'fail') await takePictures(task.name, people);
	});
	afterAll(() => people.clear());

	return {
		async enter(name: string, options: BrowserContextOptions = {}): Promise<Page> {
			const context = await browser.newContext({
				baseURL: home(),
				locale: 'nl-NL',
				timezoneId: 'Europe/Amsterdam',
				reducedMotion: 'reduce',
				...options
			});
			await context.route(
				(url) => url.protocol.startsWith('http') && ![new URL(home()).origin, ...also()].includes(url.origin),
				(route) => route.abort()
			);
			const page = await context.newPage();
			page.setDefaultTimeout(10_000);
			people.set(name, page);
			return page;
		}
	};
}

/** The page has no fault that a machine can find in WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page) {
	const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
	const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
	const faults = violations.flatMap(({ id, help, nodes }) =>
		nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}`)
	);
	expect(faults, [`what bars somebody from ${page.url()}`, ...faults].join('\n')).toEqual([]);
}

/** On a small phone nobody has to scroll sideways. */
export async function expectToFit(page: Page) {
	const size = page.viewportSize()!;
	await page.setViewportSize({ width: 360, height: size.height });
	const tooWide = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth > clientWidth ? `${scrollWidth} px in ${clientWidth}` : '';
	});
	await page.setViewportSize(size);
	expect(tooWide, `what sticks out at ${page.url()}`).toBe('');
}

async function takePictures(story: string, people: Map<string, Page>) {
	await mkdir(pictures, { recursive: true });
	for (const [name, page] of people) {
		const file = `${story} - ${name}.png`.replace(/[^\w .-]+/g, '_');
		await page.screenshot({ path: join(pictures, file), fullPage: true }).catch(() => {});
	}
}
