import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { isOpen, type GroupRow, type SchoolRows, type YearRow } from '#modules/people/import/present.ts';

/** In place of the name of a group: who goes there has left. */
export const leaves = '!';

/** Where this year's groups go, and who goes elsewhere. What is not named goes as it would go by itself. */
export type YearChoices = {
	/** By the group and year group it is about (`lineKey`): the name of a new group, or `leaves`. */
	lines: ReadonlyMap<string, string>;
	pupils: ReadonlyMap<PersonId, string>;
	/** By the name of a new group. */
	teachers: ReadonlyMap<string, readonly PersonId[]>;
	/** Groups that are made though nobody goes there yet. Undefined: those for the youngest. */
	extra: readonly string[] | undefined;
};

/** The pupils of one group in one year group: they go together, unless they are named. */
export type YearLine = {
	key: string;
	group: GroupRow;
	year: string | null;
	pupils: PersonId[];
	to: string | undefined;
};
export type NewGroup = { name: string; years: string[] };
export type ExceptionKind = 'leaves' | 'repeats' | 'skips' | 'elsewhere';
export type YearException = { pupil: PersonId; group: GroupRow; to: string; kind: ExceptionKind };
export type YearMoves = {
	lines: YearLine[];
	/** Everything that can be chosen. */
	groups: NewGroup[];
	/** What will be there: where somebody goes, and what the office asked for. */
	made: NewGroup[];
	extra: string[];
	exceptions: YearException[];
	/** Where each pupil goes; not those whose line has no place to go yet. */
	places: ReadonlyMap<PersonId, string>;
};

export function lineKey(group: GroupRow, year: string | null) {
	return `${group.id} ${year ?? ''}`;
}

/** The year after the one in which there are pupils now; undefined when nobody is in a group. */
export function yearAfter(
	rows: SchoolRows,
	today: Day,
	freshId: () => string
): { was: YearRow; next: YearRow } | undefined {
	const now = new Set(
		rows.enrolments
			.filter((span) => span.starts_on <= today && isOpen(span.ends_on, today))
			.map((span) => span.group_id)
	);
	const years = new Set(rows.groups.filter(({ id }) => now.has(id)).map((group) => group.school_year_id));
	const was = rows.years.filter(({ id }) => years.has(id)).sort((a, b) => (a.starts_on < b.starts_on ? 1 : -1))[0];
	if (!was) return undefined;
	const begins = Number(was.starts_on.slice(0, 4)) + 1;
	const name = `${begins}-${begins + 1}`;
	const known = rows.years.find((year) => year.name === name);
	return { was, next: known ?? { id: freshId(), name, ...datesOf(begins) } };
}

function datesOf(begins: number) {
	return { starts_on: `${begins}-08-01` as Day, ends_on: `${begins + 1}-07-31` as Day };
}

/** One up. Undefined: nobody but the school knows (special schools; who leaves secondary school, differs). */
export function yearUp(year: string | null): string | undefined {
	if (!year || !/^\d+$/.test(year)) return undefined;
	const number = Number(year);
	if (number === 8 || number === 16) return leaves;
	return number < 8 || (number > 10 && number < 14) ? String(number + 1) : undefined;
}

/** `Groep 5a` becomes `Groep 6a`; in secondary `2b` (year group 12) becomes `3b`. */
export function nameUp(name: string, years: readonly string[]) {
	return name.replace(/\d+/g, (number) => {
		const isYear = years.includes(number) || years.includes(String(Number(number) + 10));
		return isYear ? String(Number(number) + 1) : number;
	});
}

/** Everybody's place in the new year, by what is here and what the office chose. Changes nothing. */
export function movesOf(rows: SchoolRows, was: YearRow, choices: YearChoices): YearMoves {
	const yearOf = new Map(rows.pupils.map(({ id, year_group }) => [id, year_group]));
	const inGroup = Map.groupBy(rows.enrolments, ({ group_id }) => group_id);
	const old = rows.groups.filter(
		(group) => !group.ended_on && (group.school_year_id === was.id || inGroup.has(group.id))
	);
	const split = old.map((group) => {
		const pupils = (inGroup.get(group.id) ?? []).map(({ pupil_id }) => pupil_id);
		const own = (pupil: PersonId) => yearOf.get(pupil) ?? group.year_group ?? numberIn(group.name);
		const byYear = Map.groupBy(pupils, own);
		const known = [...byYear.keys()].filter((year) => year !== null);
		const years = known.length ? known : [group.year_group ?? numberIn(group.name)].filter((year) => year !== null);
		return { group, byYear, years: years.sort((a, b) => Number(a) - Number(b)) };
	});
	const same = split.map(({ group, years }) => ({ name: group.name, years }));
	const up = split.flatMap(({ group, years }) => {
		const next = years.map(yearUp).filter((year): year is string => year !== undefined && year !== leaves);
		return next.length ? [{ name: nameUp(group.name, years), years: next }] : [];
	});
	const extra = [...(choices.extra ?? forYoungest(same, up))];
	const added = extra.map((name) => ({ name, years: [numberIn(name)].filter((year) => year !== null) }));
	const groups = [...new Map([...added, ...same, ...up].map((group) => [group.name, group])).values()].sort(byGroup);
	const known = new Set([...groups.map(({ name }) => name), leaves]);

	const lines = split.flatMap(({ group, byYear, years }) =>
		[...byYear].map(([year, pupils]): YearLine => {
			const key = lineKey(group, year);
			const chosen = choices.lines.get(key);
			const own = years.length > 1 ? undefined : upFrom(group, year);
			return { key, group, year, pupils, to: chosen !== undefined && known.has(chosen) ? chosen : own };
		})
	);
	const places = new Map<PersonId, string>();
	const exceptions: YearException[] = [];
	for (const { group, year, pupils, to } of lines) {
		for (const pupil of pupils) {
			const chosen = choices.pupils.get(pupil);
			const place = chosen !== undefined && known.has(chosen) ? chosen : to;
			if (place !== undefined) places.set(pupil, place);
			if (place === undefined || place === to) continue;
			const years = groups.find(({ name }) => name === place)?.years ?? [];
			exceptions.push({ pupil, group, to: place, kind: kindOf(place, year, years) });
		}
	}
	const wanted = new Set([...places.values(), ...extra]);
	const made = groups.filter(({ name }) => wanted.has(name));
	return { lines: lines.sort((a, b) => byGroup(a.group, b.group)), groups, made, extra, exceptions, places };
}

/** The year group somebody is in once they are in a group for `years`. */
export function yearIn(years: readonly string[], was: string | null): string | null {
	const up = yearUp(was);
	if (up && years.includes(up)) return up;
	if (was && years.includes(was)) return was;
	return years.length === 1 ? years[0]! : (up ?? was);
}

function upFrom(group: GroupRow, year: string | null) {
	const up = yearUp(year);
	return up === undefined || up === leaves ? up : nameUp(group.name, [year!]);
}

function kindOf(to: string, year: string | null, years: readonly string[]): ExceptionKind {
	if (to === leaves) return 'leaves';
	const next = yearIn(years, year);
	if (next === year) return 'repeats';
	return next !== null && next === yearUp(yearUp(year) ?? null) ? 'skips' : 'elsewhere';
}

/** The youngest groups are made again for who comes new, unless others move into them. */
function forYoungest(same: NewGroup[], up: NewGroup[]) {
	const youngest = Math.min(...same.flatMap(({ years }) => years.map(Number)).filter((year) => !Number.isNaN(year)));
	const filled = new Set(up.map(({ name }) => name));
	return same
		.filter(({ name, years }) => years.includes(String(youngest)) && !filled.has(name))
		.map(({ name }) => name);
}

function numberIn(name: string) {
	return /\d+/.exec(name)?.[0] ?? null;
}

const collator = new Intl.Collator('nl', { numeric: true });

function byGroup(a: { name: string }, b: { name: string }) {
	return collator.compare(a.name, b.name);
}
