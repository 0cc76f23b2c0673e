import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { CallReason } from './calls.server.ts';
import type { CallOutcome, Nudge } from './nudge.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const reasonWords: Record<CallReason | 'outcome-missing', Words> = {
	missing: m.cycle_reason_missing,
	'wrong-state': m.after_reason_called,
	'talk-needed': m.after_reason_talk_needed,
	'outcome-missing': m.after_reason_outcome
};

export const outcomeWords: Record<CallOutcome, Words> = {
	spoken: m.after_outcome_spoken,
	'not-reached': m.after_outcome_not_reached,
	'will-choose': m.after_outcome_will_choose,
	'none-needed': m.after_outcome_none_needed
};

export const becauseWords: Record<Nudge['because'], Words> = {
	invited: m.after_because_invited,
	proposed: m.after_because_proposed
};

/** What school did, for who takes along all that is kept. */
export const stepWords: Record<Nudge['kind'], Words> = {
	letter: m.after_step_letter,
	call: m.after_step_call
};
