import { describe, expect, test } from 'vitest';
import type { BookingId, ConversationId, PersonId, RoundId } from '#platform/ids.ts';
import { addMinutes, momentOf, type Day, type Time } from '#platform/time.ts';
import { bookingMoves, bookingStates, can, cancel, choose, move, type Booking, type BookingMove } from './booking.ts';
import type { Block, BlockId } from './offer.ts';
import { plain, type Round } from './round.ts';

const at = (time: string, day = '2026-09-22') => momentOf(day as Day, time as Time);

const round: Round = {
	...plain,
	id: 'r' as RoundId,
	kind: 'start',
	state: 'open',
	firstDay: '2026-09-14' as Day,
	lastDay: '2026-09-25' as Day,
	minutes: 15,
	noticeHours: 24,
	invitation: '',
	groups: []
};
const block: Block = {
	id: 'b' as BlockId,
	teacher: 'anke' as PersonId,
	startsAt: at('15:00'),
	endsAt: at('16:00'),
	location: null,
	places: ['school', 'phone']
};
const wanted = { block, startsAt: at('15:15'), place: 'school' as const };
const dayBefore = at('15:00', '2026-09-21');
const morning = at('09:00');

const booking: Booking = {
	id: 'x' as BookingId,
	round: round.id,
	pupil: 'noor' as PersonId,
	teacher: block.teacher,
	guardian: 'samira' as PersonId,
	household: null,
	block: block.id,
	location: null,
	place: 'school',
	startsAt: at('15:00'),
	endsAt: at('15:15'),
	sequence: 0,
	state: 'booked',
	conversation: 'c' as ConversationId
};

const tries: Record<BookingMove, (one: Booking) => { ok: boolean }> = {
	move: (one) => move(one, round, wanted, 'family', dayBefore),
	cancel: (one) => cancel(one, dayBefore)
};

describe.each(bookingStates)('a booking that is %s', (state) => {
	test.each(Object.keys(bookingMoves) as BookingMove[])('answers %s as the table says', (verb) => {
		const one = { ...booking, state };
		expect(tries[verb](one).ok).toBe(can(verb, one));
	});
});

test('a slot of the block can be chosen, what lies between or beside it not', () => {
	expect(choose(round, wanted, 'family', dayBefore)).toMatchObject({ ok: true, value: { endsAt: at('15:30') } });
	const refused = { ok: false, reason: 'not-offered' };
	expect(choose(round, { ...wanted, startsAt: at('15:20') }, 'family', dayBefore)).toEqual(refused);
	expect(choose(round, { ...wanted, startsAt: at('16:00') }, 'family', dayBefore)).toEqual(refused);
	expect(choose(round, { ...wanted, place: 'online' }, 'family', dayBefore)).toEqual(refused);
});

test('families keep to the notice period, to the minute; school may until the talk begins', () => {
	const latest = at('15:15', '2026-09-21');
	expect(choose(round, wanted, 'family', latest).ok).toBe(true);
	expect(choose(round, wanted, 'family', addMinutes(latest, 1))).toEqual({ ok: false, reason: 'too-late' });
	expect(choose(round, wanted, 'school', addMinutes(latest, 1)).ok).toBe(true);
	expect(choose(round, wanted, 'school', at('15:15'))).toEqual({ ok: false, reason: 'past' });
});

test.each([
	['before it opens', { state: 'draft' as const }, 'round-closed'],
	['after it closed', { state: 'closed' as const }, 'round-closed'],
	['after its last day', { lastDay: '2026-09-20' as Day }, 'round-over'],
	['outside its days', { firstDay: '2026-09-23' as Day }, 'outside-round']
])('%s nothing can be chosen', (_when, change, reason) => {
	expect(choose({ ...round, ...change }, wanted, 'family', dayBefore)).toEqual({ ok: false, reason });
});

test('moving raises the sequence and keeps the id', () => {
	expect(move(booking, round, wanted, 'family', dayBefore)).toMatchObject({
		ok: true,
		value: { id: booking.id, startsAt: at('15:15'), sequence: 1 }
	});
});

test('a talk that is near is not moved by families any more, but who cannot come can always say so', () => {
	const tomorrow = { ...wanted, startsAt: at('15:15', '2026-09-24') };
	expect(move(booking, round, tomorrow, 'family', morning)).toEqual({ ok: false, reason: 'too-late' });
	expect(cancel(booking, morning)).toMatchObject({ ok: true, value: { state: 'cancelled', sequence: 1, block: null } });
	expect(cancel(booking, at('15:00'))).toEqual({ ok: false, reason: 'past' });
});
