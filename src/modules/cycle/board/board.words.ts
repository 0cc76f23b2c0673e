import type { Explanation } from '#modules/planner/explain.ts';
import type { Way } from '#modules/planner/ways.ts';
import type { Language } from '#platform/ctx.ts';
import type { Day } from '#platform/time.ts';
import { sayMoment } from '#words/dates.ts';
import * as m from '#words/compiled/messages.js';
import type { BoardReason } from './moves.server.ts';
import type { PublishReason } from './publications.server.ts';
import type { RunReason } from './runs.server.ts';
import { momentAt } from './span.ts';

type Words = () => string;
export type AnyReason = BoardReason | RunReason | PublishReason | 'time-missing';

export const reasonWords: Record<AnyReason, Words> = {
	missing: m.board_why_missing,
	'wrong-state': m.board_why_wrong_state,
	changed: m.board_why_changed,
	running: m.board_why_running,
	published: m.board_why_published,
	'nothing-to-undo': m.board_why_nothing_to_undo,
	'nothing-to-redo': m.board_why_nothing_to_redo,
	'way-gone': m.board_why_way_gone,
	unknown: m.board_why_unknown,
	'not-offered': m.board_why_not_offered,
	'family-cannot': m.board_why_family_cannot,
	taken: m.board_why_taken,
	'family-elsewhere': m.board_why_family_elsewhere,
	'no-break': m.board_why_no_break,
	'too-many-days': m.board_why_too_many_days,
	'full-day': m.board_why_full_day,
	'nothing-to-plan': m.board_why_nothing_to_plan,
	stuck: m.board_why_stuck,
	empty: m.board_why_empty,
	'just-taken': m.board_why_just_taken,
	'time-missing': m.board_why_time_missing
};

export const doneWords: Record<string, Words> = {
	move: m.board_done_move,
	takeOut: m.board_done_takeOut,
	lock: m.board_done_lock,
	release: m.board_done_release,
	applyWayOut: m.board_done_applyWayOut,
	undo: m.board_done_undo,
	redo: m.board_done_redo,
	plan: m.board_done_plan,
	cancel: m.board_done_cancel,
	publish: m.board_published
};

export const weightWords: Record<string, Words> = {
	'0.25': m.board_weight_quarter,
	'0.5': m.board_weight_half,
	'1': m.board_weight_one,
	'2': m.board_weight_two,
	'4': m.board_weight_four
};

/** Names of staff; who is not among them is the family, whose name stands above it. */
export type Names = Readonly<Record<string, string>>;

/** Why a talk has no time, in a sentence. Names no other family. */
export function sayWhy({ reason }: Explanation, names: Names): string {
	if (reason.code === 'OVER_CAPACITY') return m.board_reason_over({ teacher: names[reason.staff] ?? '' });
	if (reason.code === 'ALL_TAKEN') return m.board_reason_taken();
	const [one, other, ...more] = reason.sides.map(({ id }) => names[id] ?? m.board_side_family());
	return one && other && !more.length ? m.board_reason_no_common({ one, other }) : m.board_reason_no_common_all();
}

/** A way out that was tried, and what it asks of whom. */
export function sayWay(way: Way, days: readonly Day[], names: Names, language: Language): string {
	const moment = sayMoment(momentAt(days[way.at.day]!, way.at.start), language);
	const name = 'staff' in way ? (names[way.staff] ?? '') : '';
	if (way.kind === 'staff-time') return m.board_way_staff_time({ moment, name });
	if (way.kind === 'by-phone') return m.board_way_by_phone({ moment, name });
	if (way.kind === 'other-family') return m.board_way_other_family({ moment });
	if (way.kind === 'free') return m.board_way_free({ moment });
	if (way.also?.length) return m.board_way_both({ moment });
	return way.kind === 'family-time' ? m.board_way_family_time({ moment }) : m.board_way_second_visit({ moment });
}
