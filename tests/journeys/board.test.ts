import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieName } from '#platform/sessions.server.ts';
import { deLinde, joris, samira, yvonne } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { openWishesRound } from '#seeds/wishes-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, goTo, press, reads } from './page.ts';
import { plantFolder } from './planted.ts';

/** A round of wishes on the board of the office: planned, moved by keyboard, by mouse and by form, and settled. */
let server: Server;
let [office, leader, mother, plain] = [] as unknown as [Page, Page, Page, Page];
let board = '';
let round = '';
const stage = useStage(() => server.origin);
const heading = 'Startgesprekken: het plan';

beforeAll(async () => {
	const { folder, planted, remove } = await plantFolder(async () => {
		await plantCast();
		const opened = await openWishesRound();
		const tokens = await Promise.all([yvonne, joris, samira].map((who) => tokenFor(deLinde, who)));
		return { ...opened, tokens };
	});
	round = planted.round;
	board = `/planner/${round}/bord`;
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	const wide = { viewport: { width: 1280, height: 900 } };
	const enter = async (name: string, at: number, options: Parameters<typeof stage.enter>[1] = wide) => {
		const page = await stage.enter(name, options);
		await page.context().addCookies([{ name: cookieName, value: planted.tokens[at]!, url: server.origin }]);
		return page;
	};
	office = await enter('Yvonne', 0);
	leader = await enter('Joris', 1);
	mother = await enter('Samira', 2, { viewport: { width: 360, height: 740 } });
	plain = await enter('Yvonne without script', 0, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	return remove;
});
afterAll(() => server?.stop());

const talkOf = (page: Page, name: string) => page.locator('[data-line] a').filter({ hasText: name });
const placeOf = async (name: string) => (await talkOf(office, name).getAttribute('title'))!;

describe('a round of wishes', () => {
	test('the office has a plan made; it comes on the board by itself', async () => {
		await goTo(office, board, heading);
		await press(office, 'Maak een plan');
		await see(talkOf(office, 'Noor')).toBeVisible({ timeout: 20_000 });
		await reads(office, 'Elk gesprek heeft een tijd.');
		await arriveAt(office, heading);
	});

	test('a talk is moved with the keyboard alone, and the move undone after a reload', async () => {
		await goTo(leader, board, heading);
		const before = await placeOf('Noor');
		await talkOf(office, 'Noor').focus();
		await office.keyboard.press('Space');
		await see(office.getByRole('status').filter({ hasText: /is opgepakt/ })).toBeVisible();
		await office.keyboard.press('Escape');
		await see(office.getByRole('status').filter({ hasText: /staat weer waar het stond/ })).toBeVisible();
		await office.keyboard.press('Space');
		await see(office.getByRole('status').filter({ hasText: /is opgepakt/ })).toBeVisible();
		await office.keyboard.press('ArrowDown');
		await see(office.getByRole('status').filter({ hasText: /: vrij$/ })).toBeVisible();
		await office.keyboard.press('Enter');
		await reads(office, 'Het gesprek is verzet.');
		await see.poll(() => placeOf('Noor')).not.toBe(before);
		await office.reload();
		expect(await placeOf('Noor')).not.toBe(before);
		await press(office, 'Maak ongedaan');
		await reads(office, 'Ongedaan gemaakt.');
		expect(await placeOf('Noor')).toBe(before);
	});

	test('who has an older board on the screen hears that it changed, and sees what stands now', async () => {
		await leader.route('**/voortgang', (route) => route.abort());
		await goTo(leader, board, heading);
		await talkOf(office, 'Noor').click();
		await press(office, 'Zet vast');
		await reads(office, 'Staat vast');
		await press(leader, 'Doe opnieuw');
		await reads(leader, /Iemand anders heeft intussen iets aan het bord veranderd/);
		await see(talkOf(leader, 'Noor').getByText('Staat vast')).toHaveCount(1);
	});

	test('by mouse a talk goes where it may, and nowhere else', async () => {
		await office.goto(board);
		const noor = talkOf(office, 'Noor');
		const before = await placeOf('Noor');
		const from = (await noor.boundingBox())!;
		await office.mouse.move(from.x + 8, from.y + 8);
		await office.mouse.down();
		await office.mouse.move(from.x + 30, from.y + 8, { steps: 4 });
		const free = office.locator('[data-spot]:not(.not)').last();
		await see(free).toBeVisible();
		const to = (await free.boundingBox())!;
		await office.mouse.move(to.x + 6, to.y + 8, { steps: 6 });
		await office.mouse.up();
		await see.poll(() => placeOf('Noor')).not.toBe(before);
	});

	test('on a phone without a script a talk is moved by form', async () => {
		await plain.goto(board);
		await plain.locator('[data-line] a').first().click();
		await reads(plain, 'Nieuwe tijd');
		await press(plain, 'Verzet');
		await reads(plain, 'Het gesprek is verzet.');
	});

	test('the plan is settled once a person says so, and a mother finds her times', async () => {
		await goTo(office, board, heading);
		await press(office, 'Stel het plan vast');
		await reads(office, 'Het plan staat. Elk gezin krijgt bericht van zijn tijden.');
		await arriveAt(office, heading);
		await mother.goto('/gesprekken');
		await see(mother.getByRole('main').getByText(/Noor/).first()).toBeVisible();
	});
});
