import { householdsOf, type Voice } from '#modules/people/circle.ts';
import type { HouseholdId } from '#platform/ids.ts';
import { addDays, type Day } from '#platform/time.ts';
import { householdOf } from './agreement.access.ts';
import { isItsWeek, mondayOf } from './cadence.ts';
import { cardOf, type Card, type Scene } from './card.ts';
import { daysOf, firstDayOf, lastDayOf } from './term.ts';

/** One agreement in a week: a box for each day it is for, or so many boxes for the week. */
export type WeekRow = { card: Card; days: Day[]; times: number };
export type Week = {
	monday: Day;
	days: Day[];
	rows: WeekRow[];
	/** What we do not do: nothing to tick. */
	donts: Card[];
};

const order: Voice[] = ['school', 'home', 'child', 'other'];

/**
 * What stands on the fridge of one home: school's part first. Only what the child may read, since the child reads the fridge;
 * not what the other home does.
 */
export function weekOf(
	scenes: readonly Scene[],
	reader: Parameters<typeof cardOf>[1],
	home: HouseholdId | null,
	day: Day,
	now: Date
): Week {
	const monday = mondayOf(day);
	const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at));
	const here = scenes.filter(({ agreement, circle }) => {
		const owner = householdOf(agreement.owner, circle);
		const runs = agreement.state === 'agreed' && agreement.audience === 'circle';
		const isHome = householdsOf(circle).some(({ household }) => household === owner);
		return runs && (!isHome || owner === home);
	});
	const rows = here.map((scene): WeekRow & { kind: Card['kind'] } => {
		const { agreement } = scene;
		const { cadence } = agreement.wording;
		const counted = cadence && !cadence.days.length;
		const inTerm = firstDayOf(agreement) <= days[6]! && lastDayOf(agreement) >= monday;
		return {
			card: cardOf(scene, reader, now),
			kind: agreement.kind,
			days: counted ? [] : daysOf(agreement, monday, days[6]!),
			times: counted && inTerm && isItsWeek(cadence, monday) ? cadence.times : 0
		};
	});
	return {
		monday,
		days,
		rows: rows
			.filter(({ kind, days, times }) => kind === 'do' && (days.length > 0 || times > 0))
			.map(({ kind: _kind, ...row }) => row)
			.toSorted((a, b) => order.indexOf(a.card.voice) - order.indexOf(b.card.voice)),
		donts: rows.filter(({ kind, card }) => kind === 'dont' && card.state === 'agreed').map(({ card }) => card)
	};
}
