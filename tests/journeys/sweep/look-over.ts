import { appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { eyes, type Eyes } from './eyes.ts';

const { resolve } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const axe = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');

type Rules = { runOnly: string[]; rules?: Record<string, { enabled: boolean }> };
type Violation = { id: string; help: string; nodes: { target: string[] }[] };
declare global {
	interface Window {
		eyes: Eyes;
		axe: { run: (on: Document, how: Rules & { resultTypes: string[] }) => Promise<{ violations: Violation[] }> };
	}
}

/** Everything a machine can find that bars somebody from the page which this browser shows, in words. */
export async function lookOver(page: Page): Promise<string[]> {
	await openEyes(page);
	const size = page.viewportSize()!;
	await page.setViewportSize({ width: 1280, height: 800 });
	const found: string[] = [];
	const add = (where: string, faults: string[]) => found.push(...faults.map((fault) => `${where}: ${fault}`));
	await page.evaluate(() => window.eyes.unfold());
	add('wide', await page.evaluate(() => [...window.eyes.structure(), ...window.eyes.names()]));
	add('wide', await axeOn(page, page.url().includes('/dev/stories') ? rulesOfStories : rules));
	add('wide', await page.evaluate(() => window.eyes.tabs()));
	await page.emulateMedia({ colorScheme: 'dark' });
	await settle(page);
	add('dark', await axeOn(page, { runOnly: ['color-contrast'] }));
	await page.emulateMedia({ colorScheme: 'light' });

	await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	add('letters of 200 %', await page.evaluate(() => window.eyes.fit()));
	await page.evaluate(() => (document.documentElement.style.fontSize = ''));

	await page.setViewportSize({ width: 320, height: 640 });
	await settle(page);
	add('320 px', await page.evaluate(() => [...window.eyes.fit(), ...window.eyes.targets(44), ...window.eyes.tabs()]));
	await page.evaluate(() => (document.documentElement.dir = 'rtl'));
	add('320 px from right to left', await page.evaluate(() => window.eyes.fit()));
	await page.evaluate(() => (document.documentElement.dir = 'ltr'));

	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 680, height: 960 });
	await settle(page);
	add('on paper', await page.evaluate(() => window.eyes.fit()));
	await page.emulateMedia({ media: 'screen' });
	await page.setViewportSize(size);
	return [...new Set(found)];
}

/** The page bars nobody, by all that a machine can see. */
export async function expectToBarNobody(page: Page) {
	const found = await lookOver(page);
	if (process.env.SWEEP_LOG) appendFileSync(process.env.SWEEP_LOG, [`== ${page.url()}`, ...found].join('\n') + '\n');
	expect(found, [`what bars somebody from ${page.url()}`, ...found].join('\n')).toEqual([]);
}

/** The page is drawn as it was asked to be. */
function settle(page: Page) {
	return page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** The page can be measured; on a page that is looked over for the second time there is nothing to do. */
export async function openEyes(page: Page) {
	if (await page.evaluate(() => 'eyes' in window)) return;
	await page.evaluate(`window.eyes = (${eyes})();${axe}`);
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const rules: Rules = {
	runOnly: tags,
	rules: { 'label-content-name-mismatch': { enabled: true }, 'td-has-header': { enabled: true } }
};

/** The stories draw one piece in several states: its parts are there more than once, under one name. */
const rulesOfStories: Rules = { ...rules, rules: { ...rules.rules, 'landmark-unique': { enabled: false } } };

async function axeOn(page: Page, options: Rules) {
	return page.evaluate(async (options) => {
		const { violations } = await window.axe.run(document, { ...options, resultTypes: ['violations'] });
		return violations.flatMap(({ id, help, nodes }) =>
			nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`)
		);
	}, options);
}
