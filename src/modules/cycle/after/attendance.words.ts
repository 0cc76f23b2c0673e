import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { AttendanceReason } from './attendances.server.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const reasonWords: Record<AttendanceReason, Words> = {
	missing: m.cycle_reason_missing,
	refused: m.after_reason_refused,
	started: m.after_reason_started,
	'wrong-state': m.cycle_reason_wrong_state,
	'not-yet': m.after_reason_not_yet
};

/** Whether it was held, for who takes along all that is kept. */
export function attendedWords(attended: boolean): Words {
	return attended ? m.after_told_held : m.after_told_missed;
}
