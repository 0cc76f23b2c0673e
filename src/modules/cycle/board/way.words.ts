import type { Explanation } from '#modules/planner/explain.ts';
import type { Way } from '#modules/planner/ways.ts';
import type { Language } from '#platform/ctx.ts';
import type { Day } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { sayMoment } from '#words/dates.ts';
import { momentAt } from './span.ts';

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
