import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { book, cancel, move } from '#modules/cycle/bookings.server.ts';
import { dismissIn } from '#platform/accounts.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import { anke, as, autumn, deLinde, huda, noor, samira, youssef } from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { makeFeed, mine, nameFeed, open, stopFeed } from './feeds.server.ts';

useDatabase();

const from = '192.0.2.1';
async function bookedTalk() {
	await tokenFor(deLinde, samira);
	const opened = await openStartRound();
	const booking = value(
		await book(as(samira), opened.round, {
			pupil: noor.id,
			...time(opened.ankesAfternoon, september(24, '15:00'))
		})
	);
	return { ...opened, booking };
}

/** What a calendar makes of it. */
async function feedAt(code: string, now = autumn) {
	const { text, tag } = value(await open(code, from, now));
	const calendar = new ICAL.Component(ICAL.parse(text));
	const events = calendar.getAllSubcomponents('vevent').map((found) => ({
		event: new ICAL.Event(found),
		status: found.getFirstPropertyValue('status')
	}));
	return { text, tag, calendar, events };
}

test('a calendar gets the talk at its current time, without a name or a subject', async () => {
	const { booking, ankesAfternoon } = await bookedTalk();
	const code = value(await makeFeed(as(samira), false));
	const first = await feedAt(code);
	expect(first.calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
	expect(first.events.map(({ event }) => event.startDate.toJSDate())).toEqual([september(24, '15:00')]);
	expect(first.text).not.toMatch(/Noor|Samira|Anke|TZID|ATTENDEE|ORGANIZER/);
	expect(first.events[0]!.event.summary).toBe('Gesprek school, 15 min');

	value(await move(as(samira), booking.id, time(ankesAfternoon, september(24, '15:30'))));
	const moved = await feedAt(code);
	expect(moved.events.map(({ event }) => event.startDate.toJSDate())).toEqual([september(24, '15:30')]);
	expect(moved.events[0]!.event.uid).toBe(first.events[0]!.event.uid);
	expect(moved.events[0]!.event.sequence).toBe(first.events[0]!.event.sequence + 1);
});

test('a cancelled talk is told as cancelled for a while, and then no more', async () => {
	const { booking } = await bookedTalk();
	const code = value(await makeFeed(as(samira), false));
	value(await cancel(as(samira), booking.id));
	expect((await feedAt(code)).events.map(({ status }) => status)).toEqual(['CANCELLED']);
	expect((await feedAt(code, addMinutes(september(24, '15:00'), 15 * 24 * 60))).events).toEqual([]);
});

test('everybody at the talk has it in their own feed, and nobody the talks of others', async () => {
	await bookedTalk();
	for (const [who, count] of [
		[anke, 1],
		[youssef, 1],
		[noor, 1],
		[huda, 0]
	] as const) {
		await tokenFor(deLinde, who);
		const code = value(await makeFeed(as(who), false));
		expect((await feedAt(code)).events, who.id).toHaveLength(count);
	}
});

test('who chose so reads the call name, until they take it out', async () => {
	await bookedTalk();
	const code = value(await makeFeed(as(samira), true));
	expect((await feedAt(code)).text).toContain('SUMMARY:Gesprek over Noor\\, 15 min');
	value(await nameFeed(as(samira), false));
	expect((await feedAt(code)).text).not.toContain('Noor');
});

test('the tag stays while nothing changed, whenever it is asked', async () => {
	const { booking } = await bookedTalk();
	const code = value(await makeFeed(as(samira), false));
	const { tag } = await feedAt(code);
	expect((await feedAt(code, addMinutes(autumn, 90))).tag).toBe(tag);
	value(await cancel(as(samira), booking.id));
	expect((await feedAt(code)).tag).not.toBe(tag);
});

// Red when makeAddressIn adds a row beside the one of before.
test('a new address ends the old one, and stopping ends it for good', async () => {
	await bookedTalk();
	const old = value(await makeFeed(as(samira), false));
	const fresh = value(await makeFeed(as(samira), false));
	expect(await open(old, from, autumn)).toMatchObject({ reason: 'missing' });
	expect((await open(fresh, from, autumn)).ok).toBe(true);
	value(await stopFeed(as(samira)));
	expect(await open(fresh, from, autumn)).toMatchObject({ reason: 'missing' });
	expect(value(await mine(as(samira)))).toBeUndefined();
	expect(await stopFeed(as(samira))).toMatchObject({ reason: 'missing' });
});

test('the address stands nowhere in the database', async () => {
	const code = value(await makeFeed(as(samira), false));
	const rows = await asOwner<object>('select * from platform.secret_address');
	expect(rows).toHaveLength(1);
	expect(JSON.stringify(rows)).not.toContain(code);
});

// Red without `accountOf` in `open`.
test('who no longer enters has no feed any more, and neither has who left the circle', async () => {
	await bookedTalk();
	const code = value(await makeFeed(as(samira), false));
	await asOwner(`update people.guardianship set ends_on = '2026-09-01'
		where guardian_id = '${samira.id}' and pupil_id = '${noor.id}'`);
	expect((await feedAt(code)).events).toEqual([]);
	await change(as(samira), async (db) => ok(await dismissIn(db, deLinde, [samira.id])));
	expect(await open(code, from, autumn)).toMatchObject({ reason: 'missing' });
});

test('who guesses is stopped after a while, and who knows the address is not', async () => {
	setClock(autumn);
	await tokenFor(deLinde, samira);
	const code = value(await makeFeed(as(samira), false));
	const reasons = new Set<string>();
	for (let at = 0; at < 61; at++) {
		const answer = await open(`guess-${at}`, from, autumn);
		if (!answer.ok) reasons.add(`${at < 60} ${answer.reason}`);
	}
	expect([...reasons]).toEqual(['true missing', 'false too-many']);
	expect((await open(code, from, autumn)).ok).toBe(true);
});
