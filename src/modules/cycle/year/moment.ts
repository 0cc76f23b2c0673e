import type { Day } from '#platform/time.ts';

export type MomentId = string & { readonly __moment: never };

export const momentKinds = ['report-1', 'report-2', 'meeting', 'other'] as const;
/** What the cycle hangs on beside its rounds: report cards, an evening for everybody, what school calls it itself. */
export type MomentKind = (typeof momentKinds)[number];

export type YearMoment = { id: MomentId; kind: MomentKind; words: string; day: Day };

/** A report card comes once a year; evenings and what is called otherwise as often as school likes. */
export function isOnce(kind: MomentKind) {
	return kind === 'report-1' || kind === 'report-2';
}
