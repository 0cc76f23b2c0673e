import * as m from '#words/compiled/messages.js';
import type { LineRefusal, LineState, Part } from './line.ts';

export const partWords: Record<Part, { label: () => string; hint: (name: { name: string }) => string }> = {
	'to-whom': { label: m.profile_line_to_whom, hint: () => m.profile_line_to_whom_hint() },
	'who-calls': { label: m.profile_line_who_calls, hint: m.profile_line_who_calls_hint },
	handover: { label: m.profile_line_handover, hint: () => m.profile_line_handover_hint() }
};

export type LineReason = LineRefusal | 'missing' | 'changed' | 'empty';

export const lineReasonWords: Record<LineReason, () => string> = {
	missing: m.profile_line_reason_missing,
	empty: m.profile_line_reason_empty,
	changed: m.profile_line_reason_changed,
	'wrong-state': m.profile_line_reason_changed,
	'already-said': m.profile_line_reason_already_said,
	'not-yours': m.profile_line_reason_not_yours
};

/** The parties of whom a yes is missing; `null` stands for school. */
export function waitsInWords(names: readonly (string | null)[]): string {
	return names.map((name) => name ?? m.profile_line_school()).join(', ');
}

export const lineStateWords: Record<LineState, () => string> = {
	proposed: m.profile_line_state_proposed,
	agreed: m.profile_line_state_agreed,
	replaced: m.profile_line_state_replaced,
	withdrawn: m.profile_line_state_withdrawn
};
