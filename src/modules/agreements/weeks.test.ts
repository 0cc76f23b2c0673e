import { expect, test } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, noor, samira, samirasHome, stranger, youssef, youssefsHome } from '#seeds/cast.ts';
import { useDatabase } from '#tests/database.ts';
import type { NewAgreement } from './agreement.input.ts';
import type { Cadence } from './cadence.ts';
import { calendarFile, putInCalendar } from './calendars.server.ts';
import { wishEarlier } from './evaluations.server.ts';
import { accept, propose } from './handshakes.server.ts';
import { week } from './weeks.server.ts';

useDatabase();

const plain: Cadence = {
	...{ days: [2, 4], times: 0, weeks: 1, part: null, at: null, minutes: null },
	from: null
};
const next = '2026-09-29' as Day;

async function agreed(
	what: string,
	owner: NewAgreement['owner'],
	more: Partial<NewAgreement> = {},
	by: Ctx = as(samira),
	cadence: Cadence | null = plain
) {
	const wording = { what, why: 'Noor vlot leest', rhythm: '', cadence, by: null, how: '', helpers: '' };
	const about = { pupil: noor.id, kind: 'do', audience: 'circle', owner, wording, evaluateOn: '2026-12-03' as Day };
	const made = await propose(as(anke), { ...(about as NewAgreement), ...more });
	if (!made.ok) throw new Error(made.reason);
	if (made.value.state === 'proposed') await accept(by, made.value.id, { seen: 1 });
	return made.value.id;
}

async function sheetOf(who: typeof samira, more: Partial<Parameters<typeof week>[1]> = {}) {
	const found = await week(as(who), { pupil: noor.id, day: next, ...more });
	if (!found.ok) throw new Error(found.reason);
	return found.value.week;
}

test('the fridge of a home: school’s part first, its own, never the other home’s', async () => {
	await agreed('lezen voor', { household: samirasHome });
	await agreed('spelen een spel', { household: youssefsHome }, {}, as(youssef));
	await agreed('legt boeken klaar', { person: anke.id });
	const rows = (await sheetOf(samira)).rows.map(({ card, days }) => [card.wording.what, days]);
	expect(rows).toEqual([
		['legt boeken klaar', ['2026-09-29', '2026-10-01']],
		['lezen voor', ['2026-09-29', '2026-10-01']]
	]);
	expect((await sheetOf(youssef)).rows.map(({ card }) => card.wording.what)).toContain('spelen een spel');
	expect((await sheetOf(anke, { home: youssefsHome })).rows).toHaveLength(2);
});

test('the child reads the fridge: what is for adults only never hangs there', async () => {
	await agreed('bellen elkaar', { household: samirasHome }, { audience: 'adults' });
	expect((await sheetOf(samira)).rows).toEqual([]);
});

test('so many times a week are boxes for the week; what we do not do has none', async () => {
	await agreed('lezen voor', { household: samirasHome }, {}, as(samira), { ...plain, days: [], times: 3 });
	await agreed('kijken tv', { household: samirasHome }, { kind: 'dont' });
	const { rows, donts } = await sheetOf(samira);
	expect(rows.map(({ days, times }) => [days, times])).toEqual([[[], 3]]);
	expect(donts.map(({ wording }) => wording.what)).toEqual(['kijken tv']);
});

test('nothing before it was agreed, nothing after it is looked back on, nothing for who is not there', async () => {
	await agreed('lezen voor', { household: samirasHome });
	for (const day of ['2026-09-08', '2026-12-08']) expect((await sheetOf(samira, { day: day as Day })).rows).toEqual([]);
	expect(await week(as(stranger), { pupil: noor.id })).toEqual({ ok: false, reason: 'missing' });
});

test('a calendar file says no name and no word, unless its reader wants them in', async () => {
	const id = await agreed('lezen voor met Noor', { household: samirasHome });
	const bare = await calendarFile(as(samira), id, false);
	expect(bare.ok && bare.value).not.toMatch(/Noor|Samira|lezen|Benali/);
	expect(bare.ok && bare.value).toContain('BYDAY=TU,TH');
	const whole = await calendarFile(as(samira), id, true);
	expect(whole.ok && whole.value).toMatch(/SUMMARY:lezen voor met Noor/);
	expect(await calendarFile(as(stranger), id, true)).toEqual({ ok: false, reason: 'missing' });
});

test('each time the sequence is higher: after a step, and when it is asked again', async () => {
	const id = await agreed('lezen voor', { household: samirasHome });
	const sequence = async () => {
		const made = await calendarFile(as(samira), id, false);
		return Number(/SEQUENCE:(\d+)/.exec(made.ok ? made.value : '')?.[1]);
	};
	const first = await sequence();
	await putInCalendar(as(samira), id, { inWords: false });
	await putInCalendar(as(samira), id, { inWords: true });
	const second = await sequence();
	await wishEarlier(as(samira), id);
	expect(second).toBeGreaterThan(first);
	expect(await sequence()).toBeGreaterThan(second);
});
