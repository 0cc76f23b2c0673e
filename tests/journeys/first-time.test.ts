import { expect as see, type Locator, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { offer } from '#modules/cycle/offers.server.ts';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import { admitIn } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import * as introductions from '#modules/people/introductions.server.ts';
import { anke, as, deLinde, group5, samira, yvonne } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { afternoon, startRound, value } from '#seeds/start-round.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, press, reads } from './page.ts';
import { plantFolder } from './planted.ts';
import { mailTo } from './post.ts';

let server: Server;
const stage = useStage(() => server.origin);
const address = 'samira@example.org';
const passed: string[] = [];
let [taps, words, typed] = [0, 0, 0];
let [post, phone] = [] as unknown as [Page, Page];

beforeAll(async () => {
	const { folder, remove } = await plantFolder(async () => {
		await plantCast();
		const account = { school: deLinde, person: samira.id, email: address };
		value(await change(as(yvonne), async (db) => ok(await admitIn(db, [account]))));
		value(await introductions.introduce(as(anke), 'Ik ben juf Anke.'));
		const round = value(await plan(as(yvonne), { ...startRound, groups: [group5] })).id;
		value(await offer(as(anke), round, afternoon));
		value(await open(as(yvonne), round));
	});
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	post = await stage.enter('the post');
	phone = await stage.enter('Samira, for the first time', { viewport: { width: 360, height: 740 }, hasTouch: true });
	return remove;
});
afterAll(() => server?.stop());

const count = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** What she reads of a mail: until its link, and of that not the address. */
const readMail = (text: string) => (words += count(text.split(/https?:/)[0]!));

/** What she reads of a page: from the heading to what she is to do next, that included, and nothing of what is folded away. */
async function readUntil(one: Locator) {
	const before = await one.evaluate((next) => {
		const texts = document.createTreeWalker(next.closest('main')!, NodeFilter.SHOW_TEXT);
		let read = '';
		for (let text = texts.nextNode(); text; text = texts.nextNode()) {
			if (!next.contains(text) && next.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) break;
			if (text.parentElement?.checkVisibility()) read += ` ${text.textContent}`;
		}
		return read;
	});
	words += count(before);
}

/** She stands before a page that she has never seen, and what she is to do next is on it without scrolling. */
async function sees(heading: string | RegExp, next: string | RegExp, role: 'button' | 'link' | 'textbox' = 'button') {
	await arriveAt(phone, heading);
	passed.push(await phone.getByRole('heading', { level: 1 }).innerText());
	const one = phone.getByRole('main').getByRole(role, { name: next }).first();
	await see(one).toBeVisible();
	const box = (await one.boundingBox())!;
	expect(box.y + box.height, `${String(next)} on the first screen of “${passed.at(-1)}”`).toBeLessThanOrEqual(740);
	await readUntil(one);
	return one;
}

async function tap(heading: string | RegExp, next: string | RegExp, role: 'button' | 'link' = 'button') {
	const one = await sees(heading, next, role);
	taps++;
	await one.click();
}

/**
 * Issue 5, done when: from the invitation to a shared preparation in under three minutes, without help. A clock would measure
 * this machine; what is counted is what costs a person time: pages, taps, words, and having to look for what is next.
 */
test('from the mail that invites her to a shared preparation: eight pages, twelve taps, never a search, in three minutes', async () => {
	const invitation = await mailTo(post, address, /Kies een tijd voor het gesprek/);
	readMail(invitation.text);
	taps += 2;
	await phone.goto(invitation.links[0]!);
	await tap('Je bent uitgenodigd', 'Stuur mij een code');
	await sees('Bekijk je mail', 'Code van zes cijfers', 'textbox');
	await reads(phone, /Er komt nu een mail van ons/);
	const code = await mailTo(post, address, /Je code om in te loggen/);
	readMail(code.text);
	taps += 3;
	await phone.goto(code.links[0]!);
	await tap('Bijna binnen', 'Log in');
	await tap('Kies een tijd voor het gesprek', /15\.00 uur/);
	await tap(/Gesprek over Noor/, 'Bereid het gesprek voor', 'link');
	const field = await sees(/Waar wil je het over hebben in het gesprek over Noor/, /Waar wil je/, 'textbox');
	const answer = 'Ze vindt vragen spannend. Thuis vertelt ze juist heel veel.';
	typed += count(answer);
	await field.fill(answer);
	taps += 2;
	await press(phone, 'Verder');
	await tap('Voorbereiden', 'Deel met school');
	await reads(phone, 'Gedeeld.');
	passed.push('shared');
	expect(passed).toHaveLength(8);
	// Each mail is opened and its link tapped, after the way back to the post; and a field is tapped before one types.
	expect(taps).toBe(12);
	// Two hundred words a minute, two seconds a tap, twenty-five words a minute typed, ten seconds until the mail is there.
	const seconds = words * 0.3 + taps * 2 + typed * 2.4 + 10;
	expect(seconds, `${words} words, ${taps} taps, ${typed} words typed`).toBeLessThan(180);
});
