import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startServer, type Server } from '#tests/harness/server.ts';
import { plantFolder } from '../planted.ts';
import { plantGround, type Ground } from './ground.ts';
import { expectToBarNobody, lookOver, openEyes } from './look-over.ts';
import { openScreens } from './screens.ts';
import { pageWith, planted as faults } from './planted-faults.ts';
import { elsewhere, states } from './states.ts';
import { pages, visits } from './visits.ts';

let server: Server;
let screens: Awaited<ReturnType<typeof openScreens>>;
let planted: Ground;
/** The addresses of which a page was looked over. */
const seen = new Set<string>();

beforeAll(async () => {
	const trial = await plantFolder(plantGround);
	planted = trial.planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: trial.folder });
	screens = await openScreens(server.origin, planted.tokens);
	return async () => {
		await screens.close();
		await server.stop();
		await trial.remove();
	};
});

/** The pages that were looked over, by what they are built of: a page of the same shape bars the same people. */
const shapes = new Set<string>();

describe.concurrent('bars nobody, whatever they see, hear or hold', { timeout: 240_000 }, () => {
	test.for(visits)('$address for $who', async ({ address, who }) => {
		await screens.lend(who, async (page) => {
			const path = planted.doors[address]?.path ?? address;
			expect((await page.goto(path))!.status(), path).toBe(200);
			// Led on to a page that has its own visit.
			if (new URL(page.url()).pathname !== path.split('?')[0]) return;
			seen.add(address);
			await openEyes(page);
			const shape = address + (await page.evaluate(() => window.eyes.shape()));
			if (shapes.has(shape)) return;
			shapes.add(shape);
			await expectToBarNobody(page);
		});
	});

	test.for(states)('$name', async ({ who, address, arrive }) => {
		await screens.lend(who, async (page) => {
			await arrive(page, planted);
			if (address) seen.add(address);
			await expectToBarNobody(page);
		});
	});
});

test('no page was left out: one that only shows itself on the way has its place in states.ts', () => {
	for (const file of Object.values(elsewhere)) expect(readFileSync(file, 'utf8')).toContain('expectToBarNobody(');
	expect(pages.filter((address) => !seen.has(address) && !elsewhere[address])).toEqual([]);
});

/** Guards `forced-colors` in src/ui/elements.css: colours of their own leave no tint to see by. */
test('in the colours of the reader it still shows where one is', async () => {
	await screens.lend('not signed in', async (page) => {
		await page.goto('/dev/stories');
		await page.emulateMedia({ forcedColors: 'active' });
		const lineOf = (links: Element[]) => links.map((link) => getComputedStyle(link).textDecorationLine);
		expect(new Set(await page.locator('nav [aria-current]').evaluateAll(lineOf))).toEqual(new Set(['underline']));
		expect(new Set(await page.locator('nav a:not([aria-current])').evaluateAll(lineOf))).toEqual(new Set(['none']));
		await page.emulateMedia({ forcedColors: 'none' });
	});
});

describe.concurrent('planted', () => {
	test.for(Object.entries(faults))('%s', async ([, fault]) => {
		await screens.lend('not signed in', async (page) => {
			await page.goto('about:blank');
			await page.setContent(pageWith(fault));
			expect((await lookOver(page)).join('\n')).toMatch(fault.says);
		});
	});
});
