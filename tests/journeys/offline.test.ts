import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plan } from '#modules/conversations/plans.server.ts';
import { cookieName } from '#platform/sessions.server.ts';
import { anke, as, deLinde, noor, samira } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { goTo, press, reads } from './page.ts';
import { plantFolder } from './planted.ts';

let server: Server;
let token: string;
let talk: string;
const stage = useStage(() => server.origin);
let [phone, tablet] = [] as unknown as [Page, Page];

beforeAll(async () => {
	const { folder, planted, remove } = await plantFolder(async () => {
		await plantCast();
		const id = value(
			await plan(as(anke), {
				...{ kind: 'concern', pupil: noor.id, people: [samira.id], pupilInvited: false, minutes: 30 },
				...{ startsAt: new Date('2026-09-28T13:00:00Z'), place: { kind: 'school' } }
			})
		);
		return { token: await tokenFor(deLinde, samira), talk: `/gesprekken/${id}/voorbereiden` };
	});
	({ token, talk } = planted);
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	phone = await enter('Samira on the bus', { width: 360, height: 740 });
	tablet = await enter('Samira at the kitchen table', { width: 800, height: 1100 });
	return remove;
});
afterAll(() => server?.stop());

async function enter(name: string, viewport: { width: number; height: number }) {
	const page = await stage.enter(name, { viewport });
	await page.context().addCookies([{ name: cookieName, value: token, url: server.origin }]);
	return page;
}

const questions = [
	'Wat gaat goed met Noor',
	'Waar maak je je zorgen over',
	'Wanneer is het er niet',
	'Wat wil je bereiken'
];
const field = (page: Page) => page.getByRole('textbox').first();
const status = (page: Page, words: RegExp | string) =>
	see(page.getByRole('status').getByText(words)).toBeVisible({ timeout: 20_000 });

type Cut = Window & { cut?: boolean };

/**
 * Without a net, until `reconnect`. What a page sends while it closes goes by a road the browser's pretence does not cover,
 * and at that moment it even says that it is online: that road is closed on the page itself.
 */
async function cutOff(page: Page) {
	await page.context().setOffline(true);
	await page.evaluate(() => {
		const here: Cut = window;
		const road = here.fetch;
		if (here.cut === undefined)
			here.fetch = (...asked) => (here.cut ? Promise.reject(new TypeError('no net')) : road(...asked));
		here.cut = true;
	});
}

async function reconnect(page: Page) {
	await page.evaluate(() => ((window as Cut).cut = false));
	await page.context().setOffline(false);
}

async function openQuestion(page: Page, at: number) {
	await goTo(page, `${talk}/${at}`, new RegExp(questions[at - 1]!));
	await page.waitForLoadState('networkidle');
}

async function answers(page: Page) {
	await goTo(page, talk, 'Voorbereiden');
	return page.locator('.said').allInnerTexts();
}

test('the bus drives into a tunnel: what she types stays on the phone, and says so', async () => {
	await openQuestion(phone, 1);
	await cutOff(phone);
	await field(phone).pressSequentially('Ze leest graag voor aan Sem', { delay: 2 });
	await status(phone, /^Offline/);
	await press(phone, 'Verder');
	await status(phone, /^Offline/);
	await see(field(phone)).toHaveValue('Ze leest graag voor aan Sem');
});

test('meanwhile at the kitchen table she answers another question; the tab on the phone is closed', async () => {
	await openQuestion(tablet, 2);
	await field(tablet).pressSequentially('Ze slaapt laat in', { delay: 2 });
	await status(tablet, 'bewaard');
	const context = phone.context();
	await phone.close();
	expect(await answers(tablet)).toEqual(['Ze slaapt laat in']);
	phone = await context.newPage();
	phone.setDefaultTimeout(10_000);
});

test('back on the net, in a new tab: her words are there, are sent by themselves, and nothing of the tablet is gone', async () => {
	await reconnect(phone);
	await openQuestion(phone, 1);
	await see(field(phone)).toHaveValue('Ze leest graag voor aan Sem');
	await status(phone, 'bewaard');
	expect(await answers(tablet)).toEqual(['Ze leest graag voor aan Sem', 'Ze slaapt laat in']);
});

test('the same question on both: without a net on one of them. Back online both texts stand under each other', async () => {
	await openQuestion(phone, 3);
	await openQuestion(tablet, 3);
	await cutOff(phone);
	await field(phone).pressSequentially('In het weekend gaat het goed', { delay: 2 });
	await status(phone, /^Offline/);
	await field(tablet).pressSequentially('Als opa er is', { delay: 2 });
	await status(tablet, 'bewaard');

	await reconnect(phone);
	await reads(phone, 'Er is op twee plekken tegelijk geschreven.');
	for (const words of ['Als opa er is', 'In het weekend gaat het goed']) {
		await see(field(phone)).toHaveValue(new RegExp(words));
	}
	await field(phone).press('End');
	await field(phone).pressSequentially('.', { delay: 2 });
	await status(phone, 'bewaard');
	const [, , kept] = await answers(tablet);
	expect(kept).toContain('Als opa er is');
	expect(kept).toContain('In het weekend gaat het goed');
});

test('a phone that is full: it says that the words are on this page alone, and sends them as soon as it can', async () => {
	await openQuestion(phone, 4);
	await phone.evaluate(() => {
		let piece = 'x'.repeat(1024 * 1024);
		while (piece.length) {
			try {
				localStorage.setItem(`vol.${Math.random()}`, piece);
			} catch {
				piece = piece.slice(0, Math.floor(piece.length / 2));
			}
		}
	});
	await cutOff(phone);
	await field(phone).pressSequentially('Samen een plan voor het slapen', { delay: 2 });
	await status(phone, /Je toestel is vol/);
	// Without a connection nothing is shared: that one can go on all the same is for who has one.
	await see(phone.getByText('Verder werken en delen kan gewoon')).toHaveCount(0);
	await reconnect(phone);
	await status(phone, 'bewaard');
	await see(phone.getByText(/Je toestel is vol/)).toHaveCount(0);
	const kept = await answers(tablet);
	expect(kept.at(-1)).toBe('Samen een plan voor het slapen');
});
