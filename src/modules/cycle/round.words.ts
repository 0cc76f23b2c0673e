import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { RoundFault } from './round.input.ts';
import type { PartReason } from './parts.server.ts';
import type { RoundKind, RoundMode, RoundState } from './round.ts';
import type { AlterReason, RoundReason } from './rounds.server.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const stateWords: Record<RoundState, Words> = {
	draft: m.cycle_state_draft,
	open: m.cycle_state_open,
	published: m.cycle_state_published,
	closed: m.cycle_state_closed
};

export const kindWords: Record<RoundKind, Words> = {
	start: m.cycle_kind_start,
	progress: m.cycle_kind_progress,
	'report-card': m.cycle_kind_report_card,
	advice: m.cycle_kind_advice
};

export const reasonWords: Record<RoundReason, Words> = {
	missing: m.cycle_reason_missing,
	'wrong-state': m.cycle_reason_wrong_state,
	'round-over': m.cycle_reason_round_over
};

export const modeWords: Record<RoundMode, Words> = { choose: m.year_mode_choose, wishes: m.year_mode_wishes };
export const modeHints: Record<RoundMode, Words> = { choose: m.year_mode_choose_hint, wishes: m.year_mode_wishes_hint };

export const alterWords: Record<AlterReason | PartReason, Words> = {
	...reasonWords,
	'window-narrower': m.year_reason_window_narrower,
	'fixed-now': m.year_reason_fixed_now,
	'offers-outside': m.year_reason_offers_outside,
	'third-unknown': m.year_reason_third_unknown
};

export const faultWords: Record<RoundFault, Words> = {
	'groups-missing': m.cycle_fault_groups_missing,
	'first-day-missing': m.cycle_fault_first_day_missing,
	'last-day-missing': m.cycle_fault_last_day_missing,
	'last-day-past': m.cycle_fault_last_day_past,
	'last-before-first': m.cycle_fault_last_before_first,
	'window-too-long': m.cycle_fault_window_too_long,
	'minutes-wrong': m.cycle_fault_minutes_wrong,
	'notice-wrong': m.cycle_fault_notice_wrong,
	'invitation-too-long': m.cycle_fault_invitation_too_long,
	'first-until-wrong': m.year_fault_first_until_wrong,
	'start-is-needed': m.year_fault_start_is_needed
};

/** A sentence for each field with a fault. */
export function sentencesOf<Fault extends string>(
	faults: Partial<Record<string, Fault>> | undefined,
	words: Record<Fault, Words>
): Record<string, string> {
	return Object.fromEntries(Object.entries(faults ?? {}).map(([field, fault]) => [field, words[fault as Fault]()]));
}
