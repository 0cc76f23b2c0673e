import type { Language, Role, Task } from '#platform/ctx.ts';
import type { GroupId, HouseholdId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Authority } from '#modules/people/circle.ts';
import type { Relation } from '#modules/people/guardian.ts';
import type { Say } from '#modules/people/say.ts';

export type YearRow = { id: string; name: string; starts_on: Day; ends_on: Day };

export type GroupRow = {
	id: GroupId;
	school_year_id: string;
	key: string;
	name: string;
	year_group: string | null;
	ended_on: Day | null;
};

export type PersonRow = {
	id: PersonId;
	role: Role;
	key: string | null;
	initials: string | null;
	given_name: string;
	prefix: string | null;
	surname: string;
	called: string | null;
	email: string | null;
	mobile: string | null;
	language: Language;
	interpreter: boolean;
	home_language: string | null;
	ended_on: Day | null;
};

export type PupilRow = {
	id: PersonId;
	birth_date: Day | null;
	say: Say;
	year_group: string | null;
	/** From a day that is still to come. */
	next_year_group: string | null;
	next_year_from: Day | null;
};
export type StaffRow = { id: PersonId; tasks: Task[]; roles: string[]; proposed_tasks: Task[] };

type Span = { id: string; starts_on: Day; ends_on: Day | null };
export type EnrolmentRow = Span & { pupil_id: PersonId; group_id: GroupId };
export type TeachingRow = Span & { staff_id: PersonId; group_id: GroupId };
export type TieRow = Span & { pupil_id: PersonId; person_id: PersonId };
export type GuardianshipRow = Span & {
	pupil_id: PersonId;
	guardian_id: PersonId;
	household_id: HouseholdId;
	position: number;
	relation: Relation;
	authority: Authority;
	informed: boolean;
	home_label: string | null;
	authority_checked_on: Day | null;
	authority_checked_by: PersonId | null;
	invited_by: PersonId | null;
	/** Since when this home is what people say, whatever a list says. */
	home_decided_on: Day | null;
};

/** All rows of this school that an import may touch. Spans: those that are open on the day the import takes effect. */
export type SchoolRows = {
	years: YearRow[];
	groups: GroupRow[];
	persons: PersonRow[];
	pupils: PupilRow[];
	staff: StaffRow[];
	enrolments: EnrolmentRow[];
	teachings: TeachingRow[];
	ties: TieRow[];
	households: { id: HouseholdId }[];
	guardianships: GuardianshipRow[];
};

export function noRows(): SchoolRows {
	return {
		years: [],
		groups: [],
		persons: [],
		pupils: [],
		staff: [],
		enrolments: [],
		teachings: [],
		ties: [],
		households: [],
		guardianships: []
	};
}

/** The same without the spans that are over by `day`. */
export function openOn(rows: SchoolRows, day: Day): SchoolRows {
	const open = <S extends Span>(spans: S[]) => spans.filter((span) => isOpen(span.ends_on, day));
	return {
		...rows,
		enrolments: open(rows.enrolments),
		teachings: open(rows.teachings),
		ties: open(rows.ties),
		guardianships: open(rows.guardianships)
	};
}

/** Not over by `day`; what ends later is still open then. */
export function isOpen(end: Day | null, day: Day) {
	return !end || end > day;
}

/** What was to come has come. */
export function settled(pupil: PupilRow, today: Day): PupilRow {
	const { next_year_group, next_year_from } = pupil;
	if (!next_year_from || next_year_from > today) return pupil;
	return { ...pupil, year_group: next_year_group, next_year_group: null, next_year_from: null };
}

/** The year group of a school year that is still to come waits until it begins. */
export function inYear(
	pupil: PupilRow | undefined,
	yearGroup: string | null,
	{ from, today }: { from: Day; today: Day }
): Pick<PupilRow, 'year_group' | 'next_year_group' | 'next_year_from'> {
	const none = { next_year_group: null, next_year_from: null };
	if (!pupil) return { year_group: yearGroup, ...none };
	if (from <= today) return { ...pupil, year_group: yearGroup };
	if (!yearGroup || yearGroup === pupil.year_group) return { year_group: pupil.year_group, ...none };
	return { year_group: pupil.year_group, next_year_group: yearGroup, next_year_from: from };
}

/** End a span on `day`, or, when it was only to begin later, before it began. */
export function endOn<S extends Span>(span: S, day: Day): S {
	return { ...span, ends_on: day > span.starts_on ? day : span.starts_on };
}

/** Would writing `next` over `row` change nothing? Asked of each row of a large school: it makes nothing to throw away. */
export function isSame(row: object | undefined, next: object): boolean {
	if (!row) return false;
	const [here, there] = [row as Record<string, unknown>, next as Record<string, unknown>];
	for (const name in there) if (!isSameValue(here[name], there[name])) return false;
	for (const name in here) if (!(name in there)) return false;
	return true;
}

/** Lists are the same when each of their words is. */
function isSameValue(a: unknown, b: unknown): boolean {
	if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
	return a.length === b.length && a.every((one, at) => one === b[at]);
}
