import type { Day } from '#platform/time.ts';

/** A year at school, by its name: `2026-2027`. */
export type SchoolYear = { name: string; startsOn: Day; endsOn: Day };

export function beginOf(name: string) {
	return Number(name.slice(0, 4));
}

export function nameOfYear(begins: number) {
	return `${begins}-${begins + 1}`;
}

export function yearBefore(name: string) {
	return nameOfYear(beginOf(name) - 1);
}

export function yearAfter(name: string) {
	return nameOfYear(beginOf(name) + 1);
}

/** The year of this name: as school keeps it, or from the first of August on. */
export function yearNamed(name: string, known: readonly SchoolYear[]): SchoolYear {
	const begins = beginOf(name);
	return (
		known.find((year) => year.name === name) ?? {
			name,
			startsOn: `${begins}-08-01` as Day,
			endsOn: `${begins + 1}-07-31` as Day
		}
	);
}

/** The year this day belongs to. */
export function yearOn(day: Day, known: readonly SchoolYear[]): SchoolYear {
	const inside = known.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
	const begins = Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
	return inside ?? yearNamed(nameOfYear(begins), known);
}

/** A name from outside: two years that follow each other, in this century. */
export function asYearName(text: unknown): string | undefined {
	if (typeof text !== 'string' || !/^20\d\d-2\d\d\d$/.test(text)) return undefined;
	return nameOfYear(beginOf(text)) === text ? text : undefined;
}
