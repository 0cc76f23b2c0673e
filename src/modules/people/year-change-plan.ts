import type { GroupId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { planGuardians } from '#modules/people/import/guardian-plan.ts';
import type { ImportPlan, PlanMaking } from '#modules/people/import/plan.ts';
import { indexOf } from '#modules/people/import/present-index.ts';
import {
	endOn,
	inYear,
	isSame,
	noRows,
	openOn,
	type SchoolRows,
	type YearRow
} from '#modules/people/import/present.ts';
import { endPupil } from '#modules/people/import/pupil-plan.ts';
import { emptyRoster } from '#modules/people/import/roster.ts';
import { signInsOf } from '#modules/people/import/sign-in.ts';
import { noSteps, shownAs } from '#modules/people/import/step.ts';
import { leaves, movesOf, yearAfter, yearIn, type YearChoices, type YearMoves } from './year-change.ts';

export type YearChangeReason = 'year-there' | 'no-pupils';
export type YearChangePlan = {
	from: Day;
	moves: YearMoves;
	/** As an import's: the same hand writes it, and can put it back. */
	plan: ImportPlan;
};

/** What a change of year would do. Asks nothing, changes nothing. */
export function planYear(
	rows: SchoolRows,
	choices: YearChoices,
	{ today, freshId }: Pick<PlanMaking, 'today' | 'freshId'>
): { ok: true; value: YearChangePlan } | { ok: false; reason: YearChangeReason } {
	const years = yearAfter(rows, today, freshId);
	if (!years) return { ok: false, reason: 'no-pupils' };
	const { was, next } = years;
	const prepared = rows.groups.filter((group) => group.school_year_id === next.id);
	if (rows.enrolments.some(({ group_id }) => prepared.some(({ id }) => id === group_id))) {
		return { ok: false, reason: 'year-there' };
	}
	const from = next.starts_on > today ? next.starts_on : today;
	const present = openOn(rows, from);
	const making: PlanMaking = {
		roster: emptyRoster(true),
		present,
		here: indexOf(present),
		from,
		today,
		year: next,
		by: undefined,
		creating: false,
		freshId,
		warn: () => {},
		reject: () => {},
		writes: noRows(),
		groupNames: new Map(),
		corrections: new Map(),
		differences: [],
		follow: new Set()
	};
	const moves = movesOf(present, was, choices);
	if (!rows.years.includes(next)) making.writes.years.push(next);
	const groups = planGroups(making, moves, was);
	const pupils = planPupils(making, moves, groups.ids);
	const staff = planTeachers(making, choices, groups);
	const guardians = planGuardians(making, { ...pupils, ids: new Map(), left: new Set() });
	const plan: ImportPlan = {
		formats: [],
		schoolYear: next.name,
		groups: groups.steps,
		pupils: pupils.steps,
		staff,
		guardians,
		rejected: [],
		warnings: [],
		differences: [],
		writes: making.writes,
		signIns: signInsOf(present, making.writes, today)
	};
	return { ok: true, value: { from, moves, plan } };
}

/** A group of the new year that stands ready already is the one. */
function planGroups({ present, year, from, freshId, writes }: PlanMaking, { made }: YearMoves, was: YearRow) {
	const steps = noSteps();
	const ids = new Map<string, GroupId>();
	const ready = new Map(
		present.groups.filter((group) => group.school_year_id === year.id).map((group) => [group.name, group])
	);
	for (const { name, years } of made) {
		const known = ready.get(name);
		ids.set(name, known?.id ?? freshId());
		if (known) continue;
		const yearGroup = years.length === 1 ? years[0]! : null;
		const fresh = { id: ids.get(name)!, school_year_id: year.id, key: `#${name}`, name, year_group: yearGroup };
		writes.groups.push({ ...fresh, ended_on: null });
		steps.add.push(name);
	}
	const earlier = new Set(present.years.filter(({ starts_on }) => starts_on <= was.starts_on).map(({ id }) => id));
	const over = present.groups.filter((group) => !group.ended_on && earlier.has(group.school_year_id));
	writes.groups.push(...over.map((group) => ({ ...group, ended_on: from })));
	steps.end.push(...over.map(({ name }) => name));
	return { steps, ids, over: new Set(over.map(({ id }) => id)) };
}

function planPupils(making: PlanMaking, { lines, made, places }: YearMoves, ids: Map<string, GroupId>) {
	const { present, here, from, freshId, writes } = making;
	const steps = noSteps();
	const ended = new Set<PersonId>();
	const spans = new Map(present.enrolments.map((span) => [`${span.pupil_id} ${span.group_id}`, span]));
	for (const { group, year, pupils } of lines) {
		for (const id of pupils) {
			const person = here.person.get(id)!;
			const to = places.get(id);
			if (to === undefined) continue;
			if (to === leaves) {
				endPupil(making, person, from);
				ended.add(id);
				steps.end.push(shownAs(person));
				continue;
			}
			writes.enrolments.push(endOn(spans.get(`${id} ${group.id}`)!, from), {
				id: freshId(),
				pupil_id: id,
				group_id: ids.get(to)!,
				starts_on: from,
				ends_on: null
			});
			const pupil = here.pupil.get(id)!;
			const yearGroup = yearIn(made.find(({ name }) => name === to)!.years, year);
			const next = { ...pupil, ...inYear(pupil, yearGroup, making) };
			if (!isSame(pupil, next)) writes.pupils.push(next);
			steps.change.push({ name: shownAs(person), fields: ['group'] });
		}
	}
	return { steps, ended };
}

function planTeachers(
	{ present, here, from, freshId, writes }: PlanMaking,
	{ teachers }: YearChoices,
	{ ids, over }: { ids: Map<string, GroupId>; over: Set<GroupId> }
) {
	const steps = noSteps();
	const ending = present.teachings.filter(({ group_id }) => over.has(group_id));
	const changed = new Set(ending.map(({ staff_id }) => staff_id));
	writes.teachings.push(...ending.map((span) => endOn(span, from)));
	for (const [name, group_id] of ids) {
		for (const staff_id of new Set(teachers.get(name))) {
			if (!here.member.get(staff_id)?.tasks.includes('teacher')) continue;
			if (here.teachings(staff_id).some((span) => span.group_id === group_id)) continue;
			writes.teachings.push({ id: freshId(), staff_id, group_id, starts_on: from, ends_on: null });
			changed.add(staff_id);
		}
	}
	for (const id of changed) {
		const person = here.person.get(id);
		if (person) steps.change.push({ name: shownAs(person), fields: ['groups'] });
	}
	return steps;
}
