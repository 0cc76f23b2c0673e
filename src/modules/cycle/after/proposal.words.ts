import type { Language } from '#platform/ctx.ts';
import { addDays, wallClock } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay, sayMoment } from '#words/dates.ts';
import type { Slot } from '#modules/cycle/offer.ts';
import type { AwayFault } from './absence.input.ts';
import type { AbsenceReason } from './absences.server.ts';
import type { ProposalState } from './proposal.ts';
import type { ProposalReason } from './proposals.server.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const reasonWords: Record<ProposalReason | 'time-missing', Words> = {
	missing: m.cycle_reason_missing,
	refused: m.after_reason_not_yours,
	taken: m.cycle_reason_taken,
	'not-offered': m.cycle_reason_not_offered,
	'wrong-state': m.cycle_reason_wrong_state,
	past: m.cycle_reason_past,
	'time-missing': m.cycle_reason_time_missing
};

export const awayReasonWords: Record<AbsenceReason, Words> = {
	missing: m.cycle_reason_missing,
	changed: m.after_reason_changed,
	past: m.after_reason_away_past,
	taken: m.after_reason_changed
};

export const awayFaultWords: Record<AwayFault, Words> = {
	'day-missing': m.after_fault_day_missing,
	'until-before-day': m.after_fault_until,
	'away-too-long': m.after_fault_too_long,
	'to-before-from': m.after_fault_to
};

export const stateWords: Record<ProposalState, Words> = {
	asked: m.after_proposal_asked,
	accepted: m.after_proposal_accepted,
	declined: m.after_proposal_declined,
	lapsed: m.after_proposal_lapsed
};

/** `Donderdag 24 september`, `van … tot en met …`, or from a time until another. */
export function sayAway({ startsAt, endsAt }: Slot, language: Language): string {
	const [from, to] = [wallClock(startsAt), wallClock(endsAt)];
	const inWords = { locale: language } as const;
	if (from.time !== '00:00' || to.time !== '00:00') {
		const span = { from: sayMoment(startsAt, language), to: sayMoment(endsAt, language) };
		return m.after_away_span(span, inWords);
	}
	const last = addDays(to.day, -1);
	if (last === from.day) return m.after_away_day_whole({ day: sayDay(from.day, language) }, inWords);
	return m.after_away_days({ from: sayDay(from.day, language), until: sayDay(last, language) }, inWords);
}
