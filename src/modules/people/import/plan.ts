import type { GroupId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { subjectOf, type Correction, type Difference } from './decided.ts';
import { planGroups } from './group-plan.ts';
import { planGuardians } from './guardian-plan.ts';
import { indexOf, type PresentIndex } from './present-index.ts';
import { noRows, openOn, type SchoolRows, type YearRow } from './present.ts';
import { planPupils } from './pupil-plan.ts';
import type { RejectedRow, Roster, ImportWarning } from './roster.ts';
import { signInsOf } from './sign-in.ts';
import { planStaff } from './staff-plan.ts';
import { noSteps, type NounSteps, type PlanSteps } from './step.ts';

/** What an import would do: for people to read, and the very rows to write. */
export type ImportPlan = {
	formats: string[];
	schoolYear: string;
	groups: PlanSteps;
	pupils: PlanSteps;
	staff: PlanSteps;
	guardians: PlanSteps;
	rejected: RejectedRow[];
	warnings: ImportWarning[];
	/** What stays as people decided it here, though the files say otherwise. */
	differences: Difference[];
	/** Whole rows as they will be. */
	writes: SchoolRows;
	signIns: ReturnType<typeof signInsOf>;
};

/** All that the parts of a plan share while it is made. */
export type PlanMaking = {
	roster: Roster;
	present: SchoolRows;
	here: PresentIndex;
	/** The day it takes effect: today, or the first day of a school year that is still to come. */
	from: Day;
	today: Day;
	year: YearRow;
	/** Who reads the files in, if that is somebody of this school. */
	by: PersonId | undefined;
	/** Setting up a school: whom the file calls head or administrator gets that task, or nobody could begin. */
	creating: boolean;
	freshId: <Id extends string>() => Id;
	warn: (warning: ImportWarning['warning'], about?: Record<string, string>) => void;
	reject: (rejected: RejectedRow) => void;
	writes: SchoolRows;
	/** How the groups are called that are there once this import is done. */
	groupNames: Map<GroupId, string>;
	/** By whom they are about. */
	corrections: ReadonlyMap<PersonId, readonly Correction[]>;
	differences: Difference[];
	/** Differences of which who reads the files in says that the files are right. */
	follow: ReadonlySet<string>;
};

export type PlanSurroundings = Pick<PlanMaking, 'today' | 'creating' | 'freshId'> & {
	by?: PersonId;
	office?: string;
	corrections?: readonly Correction[];
	follow?: ReadonlySet<string>;
};

/** Compare a roster with what is here. Changes nothing, asks nothing; the same files give the same plan. */
export function plan(
	roster: Roster,
	rows: SchoolRows,
	{ today, creating, freshId, by, office, corrections = [], follow = new Set() }: PlanSurroundings
): ImportPlan {
	const rejected = [...roster.rejected];
	const warnings = [...roster.warnings];
	const writes = noRows();
	const year = yearFor(roster, rows, today, freshId);
	const from = roster.administration && year.starts_on > today ? year.starts_on : today;
	const present = openOn(rows, from);
	const making: PlanMaking = {
		roster,
		present,
		here: indexOf(present),
		today,
		from,
		year,
		by,
		creating,
		freshId,
		warn: (warning, about = {}) => warnings.push({ warning, about }),
		reject: (row) => rejected.push(row),
		writes,
		groupNames: new Map(),
		corrections: Map.groupBy(corrections, subjectOf),
		differences: [],
		follow
	};
	if (roster.administration && (today < year.starts_on || today > year.ends_on)) {
		making.warn('other-school-year', { year: year.name });
	}
	if (roster.administration && !present.years.some(({ id }) => id === year.id)) writes.years.push(year);

	const groups = roster.administration ? planGroups(making) : undefined;
	for (const { id, name, ended_on } of [...present.groups, ...writes.groups]) {
		if (ended_on) making.groupNames.delete(id);
		else making.groupNames.set(id, name);
	}
	const pupils = planPupils(making, groups?.ids);
	const staff = groups ? planStaff(making, groups.ids, office) : noSteps();
	const guardians = planGuardians(making, pupils);
	warnOfManyEnds(making, { pupils: pupils.steps, guardians });
	return {
		formats: roster.formats,
		schoolYear: year.name,
		groups: groups?.steps ?? noSteps(),
		pupils: pupils.steps,
		staff,
		guardians,
		rejected,
		warnings,
		differences: making.differences,
		writes,
		signIns: signInsOf(present, writes, today)
	};
}

/** School years run from 1 August to 31 July (WPO art. 1). Without one in the file: the year it is today. */
function yearFor(roster: Roster, { years }: SchoolRows, today: Day, freshId: PlanMaking['freshId']): YearRow {
	const begun = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
	const name = roster.schoolYear ?? `${begun}-${begun + 1}`;
	const known = years.find((year) => year.name === name);
	if (known) return known;
	const [from, to] = name.split('-');
	return { id: freshId(), name, starts_on: `${from}-08-01` as Day, ends_on: `${to}-07-31` as Day };
}

/** Half a school that leaves at once is more often the wrong file than the truth. */
function warnOfManyEnds({ present, warn }: PlanMaking, steps: NounSteps) {
	const here = (role: string) => present.persons.filter((person) => person.role === role && !person.ended_on).length;
	for (const [noun, role] of [
		['pupils', 'pupil'],
		['guardians', 'guardian']
	] as const) {
		const ended = steps[noun].end.length;
		if (ended > 10 && ended * 4 > here(role))
			warn('many-ended', { noun, count: String(ended), of: String(here(role)) });
	}
}
