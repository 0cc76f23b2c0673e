import ICAL from 'ical.js';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { book, cancel, move } from '#modules/cycle/bookings.server.ts';
import { now, setClock } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findInMailbox, listMailbox } from '#platform/mailbox.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import type { Time } from '#platform/time.ts';
import { as, autumn, deLinde, noor, samira, sem } from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { useDatabase } from '#tests/database.ts';
import { standardManner } from './manner.ts';
import { get, keep } from './manners.server.ts';
import { deliver } from './messages.server.ts';
import { hear, remind } from './notifications.server.ts';

useDatabase();

beforeAll(() => delete process.env.SMTP_URL);
beforeEach(async () => {
	setClock(autumn);
	startRelay({ hear, afterwards: deliver });
	await tokenFor(deLinde, samira);
});
afterEach(stopRelay);

const at = (who: Ctx['person']) => as(who, deLinde, now());
const hers = 'samira@example.org';
const mails = async () => Promise.all((await listMailbox(hers)).toReversed().map(({ id }) => findInMailbox(id)));
const daily = { ...standardManner, rhythm: 'daily', dailyAt: '17:00' as Time } as const;

/** Noor with juf Anke and Sem with meester Bram, on one afternoon. */
async function bothBooked() {
	const opened = await openStartRound();
	await sweep();
	const noors = { pupil: noor.id, ...time(opened.ankesAfternoon, september(24, '15:00')) };
	const sems = { pupil: sem.id, ...time(opened.bramsAfternoon, september(24, '15:30')) };
	const [one, other] = [
		value(await book(at(samira), opened.round, noors)),
		value(await book(at(samira), opened.round, sems))
	];
	return { ...opened, one, other };
}

test('two children change in one go: one mail that says both, with both events as files', async () => {
	const { one, other, ankesAfternoon, bramsAfternoon } = await bothBooked();
	await sweep();
	const before = (await mails()).length;
	value(await move(at(samira), one.id, time(ankesAfternoon, september(24, '15:15'))));
	value(await move(at(samira), other.id, time(bramsAfternoon, september(24, '15:45'))));
	await sweep();
	const [mail, ...more] = (await mails()).slice(before);
	expect(more).toEqual([]);
	expect(mail!.subject).toMatch(/\(en nog 1\)$/);
	for (const child of ['Noor', 'Sem']) expect(mail!.body).toContain(`We praten over ${child}`);
	const calendars = ICAL.parse(mail!.calendar!) as unknown as unknown[];
	expect(calendars).toHaveLength(2);
	const events = (calendars as Parameters<typeof ICAL.Component.fromString>[0][]).map((one) => {
		const calendar = new ICAL.Component(one as never);
		const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
		return [calendar.getFirstPropertyValue('method'), event.uid, event.sequence];
	});
	expect(events).toEqual([
		['REQUEST', `${one.conversation}@eenlijn`, 1],
		['REQUEST', `${other.conversation}@eenlijn`, 1]
	]);
});

test('once a day: nothing until the hour, then all of it in one mail, as it is then', async () => {
	value(await keep(at(samira), daily));
	const { one } = await bothBooked();
	await sweep();
	expect(await mails()).toEqual([]);
	value(await cancel(at(samira), one.id));
	setClock(september(22, '16:59'));
	await sweep();
	expect(await mails()).toEqual([]);
	setClock(september(22, '17:00'));
	await sweep();
	await sweep();
	const [mail, ...more] = await mails();
	expect(more).toEqual([]);
	expect(mail!.body).toContain('Het gesprek gaat niet door');
	expect(mail!.body).toContain('We praten over Sem');
	// That it was planned is no longer so.
	expect(mail!.body).not.toContain('We praten over Noor');
});

test('who goes back to at once hears at once what waited', async () => {
	value(await keep(at(samira), daily));
	await bothBooked();
	await sweep();
	value(await keep(at(samira), standardManner));
	await sweep();
	expect(await mails()).toHaveLength(1);
});

test('a change to a talk within a day knows no quiet hours and no rhythm; any other does', async () => {
	value(await keep(at(samira), daily));
	const { one, ankesAfternoon } = await bothBooked();
	setClock(september(22, '17:00'));
	await sweep();
	const before = (await mails()).length;
	setClock(september(23, '14:45'));
	value(await move(at(samira), one.id, time(ankesAfternoon, september(24, '15:45'))));
	await sweep();
	// It is about a talk that was to be in 24 hours and a quarter.
	expect((await mails()).length).toBe(before);
	setClock(september(23, '21:30'));
	value(await cancel(at(samira), one.id));
	await sweep();
	expect((await mails()).slice(before).map((mail) => mail!.subject)).toEqual(['Het gesprek over Noor gaat niet door']);
});

// Red when `claim` does not ask `restUntil`.
test('quiet hours that were chosen after something was made hold for it too', async () => {
	await openStartRound();
	value(await keep(at(samira), { ...standardManner, quietFrom: '08:00' as Time, quietUntil: '12:00' as Time }));
	setClock(september(22, '09:15'));
	await sweep();
	expect(await mails()).toEqual([]);
	setClock(september(22, '12:00'));
	await sweep();
	expect(await mails()).toHaveLength(1);
});

test('a reminder that waited for the end of quiet hours says that it is today', async () => {
	setClock(september(21, '09:00'));
	const { round, ankesEvening } = await openStartRound();
	value(await book(at(samira), round, { pupil: noor.id, ...time(ankesEvening, september(29, '19:00')) }));
	await sweep();
	value(await keep(at(samira), { ...standardManner, quietFrom: '08:00' as Time, quietUntil: '07:00' as Time }));
	setClock(september(28, '08:10'));
	await remind(deLinde);
	await sweep();
	setClock(september(29, '07:10'));
	await sweep();
	expect((await mails()).at(-1)!.subject).toBe('Vandaag: gesprek over Noor, 19.00 uur');
});

test('there must be an hour left, and what is refused changes nothing', async () => {
	const none = { ...standardManner, quietFrom: '08:00' as Time, quietUntil: '07:30' as Time };
	expect(await keep(at(samira), none)).toMatchObject({ reason: 'always-quiet' });
	expect(value(await get(at(samira)))).toMatchObject({ way: 'mail', address: hers, manner: standardManner });
});
