import { addDays, dayOf, weekday, type Day } from '#platform/time.ts';

/** How the talks of a round stand; each talk is one of these. */
export const standings = ['held', 'planned', 'underway', 'notNeeded', 'notReached'] as const;
export type Standing = (typeof standings)[number];

/** Numbers of families under five are hidden (handbook §15); `null` is such a number. */
export const fewest = 5;
export type Cell = number | null;
export type Row<K extends string = Standing> = { name: string; total: Cell } & Record<K, Cell>;

export type TalkNow = {
	hasTime: boolean;
	/** The table or its teacher said that it was held. */
	isHeld: boolean;
	/** The family said so, where that can be said. */
	noneNeeded: boolean;
	/** Somebody at home answered or spoke with school, or the family does not know of the round yet. */
	isReached: boolean;
};

export function standingOf({ hasTime, isHeld, noneNeeded, isReached }: TalkNow): Standing {
	if (isHeld) return 'held';
	if (hasTime) return 'planned';
	if (noneNeeded) return 'notNeeded';
	return isReached ? 'underway' : 'notReached';
}

/** Of each name how many talks stand how, and all together as the last. */
export function count(
	talks: readonly { of: string; standing: Standing }[],
	names: readonly string[],
	all: string
): Row[] {
	const rowOf = (name: string, some: typeof talks) => ({
		name,
		total: some.length,
		...(Object.fromEntries(
			standings.map((standing) => [standing, some.filter((talk) => talk.standing === standing).length])
		) as Record<Standing, number>)
	});
	return [
		...names.map((name) =>
			rowOf(
				name,
				talks.filter(({ of }) => of === name)
			)
		),
		rowOf(all, talks)
	];
}

/**
 * Hides what is under five, and as much beside it that nobody finds it by subtracting: in no row and no column is exactly one
 * number hidden. The last row is the sum of the others; a total is the sum of its row. Nothing is hidden of nothing.
 */
export function hide<K extends string>(rows: readonly Row<K>[], keys: readonly K[]): Row<K>[] {
	const columns = ['total', ...keys] as (keyof Row<K> & string)[];
	const shown = rows.map((row) => columns.map((key): Cell => row[key] as Cell));
	const isFew = (cell: Cell) => cell !== null && cell > 0 && cell < fewest;
	for (const row of shown) if (isFew(row[0]!)) row.fill(null);
	for (const row of shown) row.forEach((cell, at) => isFew(cell) && (row[at] = null));

	const lines = [
		...shown.map((row) => row.map((_, at) => [row, at] as const)),
		...columns.map((_, at) => shown.map((row) => [row, at] as const))
	];
	for (let again = true; again;) {
		again = false;
		for (const line of lines) {
			if (line.filter(([row, at]) => row[at] === null).length !== 1) continue;
			const others = line.filter(([row, at]) => (row[at] ?? 0) > 0);
			const least = others.sort(([a, x], [b, y]) => a[x]! - b[y]!)[0];
			if (!least) continue;
			least[0][least[1]] = null;
			again = true;
		}
	}
	return rows.map(({ name }, at) => ({
		...(Object.fromEntries(columns.map((key, column) => [key, shown[at]![column]])) as Row<K>),
		name
	}));
}

export function percentOf(part: Cell, whole: Cell): number | null {
	return part === null || !whole ? null : Math.round((part / whole) * 100);
}

/** The Monday of the week of a moment. */
export function weekOf(moment: Date): Day {
	const day = dayOf(moment);
	return addDays(day, 1 - weekday(day));
}

export function parsePercent(text: unknown): number | undefined {
	const percent = typeof text === 'string' && /^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN;
	return percent >= 1 && percent <= 100 ? percent : undefined;
}
