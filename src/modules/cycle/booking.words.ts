import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { BookingState } from './booking.ts';
import type { BookingReason } from './bookings.server.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const reasonWords: Record<BookingReason | 'time-missing', Words> = {
	missing: m.cycle_reason_missing,
	refused: m.cycle_reason_refused,
	taken: m.cycle_reason_taken,
	'already-booked': m.cycle_reason_already_booked,
	'one-home': m.cycle_reason_one_home,
	'wrong-state': m.cycle_reason_wrong_state,
	changed: m.choose_reason_changed,
	'round-closed': m.cycle_reason_round_closed,
	'round-over': m.cycle_reason_round_over,
	'outside-round': m.cycle_reason_outside_round,
	'not-offered': m.cycle_reason_not_offered,
	past: m.cycle_reason_past,
	'too-late': m.cycle_reason_too_late,
	'time-missing': m.cycle_reason_time_missing
};

export const stateWords: Record<BookingState, Words> = {
	booked: m.cycle_time_booked,
	cancelled: m.cycle_time_cancelled
};

/** What a home asked that does not come to the talk of all. */
export const ownTalkWords: Words = m.cycle_time_own_talk;
