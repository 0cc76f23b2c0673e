import type { GroupId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { PlanMaking } from './plan.ts';
import { endOn, isSame, type PersonRow, type PupilRow } from './present.ts';
import { isDummy, signOf, type RosterPupil } from './roster.ts';
import { fieldsChanged, namesFrom, noSteps, shownAs, type ChangedField, type PlanSteps } from './step.ts';

export type PupilPlan = {
	steps: PlanSteps;
	/** By the administration's key: who is at school once this import is done. */
	ids: Map<string, PersonId>;
	/** Keys of who has left. */
	left: Set<string>;
	ended: Set<PersonId>;
};

/** From this age consent is the pupil's own (handbook §2), and so is signing in; earlier it is opened per child. */
const ownAccessAge = 16;

export function planPupils(making: PlanMaking, groups: Map<string, GroupId> | undefined): PupilPlan {
	const { roster, present, from } = making;
	const pupils = present.persons.filter(({ role }) => role === 'pupil');
	if (!groups) return asTheyAre(pupils);
	const planned: PupilPlan = { steps: noSteps(), ids: new Map(), left: new Set(), ended: new Set() };
	const find = finder(making, pupils);
	const seen = new Set<PersonId>();
	const leaving = new Map<PersonId, Day>();
	for (const row of roster.pupils) {
		const here = find(row);
		if (row.leftOn && row.leftOn <= from) {
			planned.left.add(row.key);
			if (here) leaving.set(here.id, row.leftOn);
			continue;
		}
		if (here && seen.has(here.id)) {
			making.reject({ ...row, noun: 'pupil', reason: 'duplicate-person', about: '' });
			continue;
		}
		const id = here?.id ?? making.freshId<PersonId>();
		seen.add(id);
		planned.ids.set(row.key, id);
		planPupil(making, planned.steps, id, here, row, row.group ? groups.get(row.group) : undefined);
	}
	if (planned.left.size) making.warn('left-pupils', { count: String(planned.left.size) });
	const spared = sparing(making);
	for (const person of pupils) {
		if (person.ended_on || seen.has(person.id)) continue;
		if (!leaving.has(person.id) && spared(person)) {
			if (person.key) planned.ids.set(person.key, person.id);
			continue;
		}
		if (person.key) planned.left.add(person.key);
		planned.ended.add(person.id);
		endPupil(making, person, leaving.get(person.id) ?? from);
		planned.steps.end.push(shownAs(person));
	}
	return planned;
}

function asTheyAre(pupils: PersonRow[]): PupilPlan {
	const keyed = pupils.filter(({ key }) => key);
	return {
		steps: noSteps(),
		ids: new Map(keyed.filter((person) => !person.ended_on).map((person) => [person.key!, person.id])),
		left: new Set(keyed.filter((person) => person.ended_on).map(({ key }) => key!)),
		ended: new Set()
	};
}

/** By key; a dummy key, or a person without one, is known again by name and day of birth. */
function finder({ present }: PlanMaking, pupils: PersonRow[]) {
	const births = new Map(present.pupils.map(({ id, birth_date }) => [id, birth_date]));
	const byKey = new Map(pupils.filter(({ key }) => key).map((person) => [person.key, person]));
	const bySign = new Map<string, PersonRow[]>();
	for (const person of pupils) {
		const sign = signOf({ ...person, givenName: person.given_name, birthDate: births.get(person.id) ?? null });
		bySign.set(sign, [...(bySign.get(sign) ?? []), person]);
	}
	return (row: RosterPupil) => {
		const known = isDummy(row.key) ? undefined : byKey.get(row.key);
		if (known || !row.birthDate) return known;
		const alike = (bySign.get(signOf(row)) ?? []).filter(({ key }) => isDummy(row.key) || !key);
		return alike.length === 1 ? alike[0] : undefined;
	};
}

function planPupil(
	{ present, from, freshId, warn, writes }: PlanMaking,
	steps: PlanSteps,
	id: PersonId,
	here: PersonRow | undefined,
	row: RosterPupil,
	group: GroupId | undefined
) {
	const next: PersonRow = {
		id,
		role: 'pupil',
		key: isDummy(row.key) ? (here?.key ?? null) : row.key,
		...namesFrom(row, here),
		called: here?.called ?? null,
		email: row.email,
		mobile: here?.mobile ?? null,
		language: here?.language ?? 'nl',
		interpreter: here?.interpreter ?? false,
		home_language: here?.home_language ?? null,
		ended_on: null
	};
	const pupil = present.pupils.find((known) => known.id === id);
	const birth = row.birthDate ?? pupil?.birth_date ?? null;
	const nextPupil: PupilRow = {
		id,
		birth_date: birth,
		own_access: pupil?.own_access ?? (birth !== null && ageOn(birth, from) >= ownAccessAge),
		year_group: row.yearGroup
	};
	const fields: ChangedField[] = here ? fieldsChanged(here, next) : [];
	if (pupil && pupil.birth_date !== nextPupil.birth_date) fields.push('birth-date');
	if (pupil && pupil.year_group !== nextPupil.year_group) fields.push('year-group');
	if (!isSame(here, next)) writes.persons.push(next);
	if (!isSame(pupil, nextPupil)) writes.pupils.push(nextPupil);

	const current = present.enrolments.find(({ pupil_id }) => pupil_id === id);
	if (current?.group_id !== group) {
		if (current) writes.enrolments.push(endOn(current, from));
		if (group) writes.enrolments.push({ id: freshId(), pupil_id: id, group_id: group, starts_on: from, ends_on: null });
		fields.push('group');
	}
	if (!group) warn('no-group', { name: shownAs(next) });
	if (!here) steps.add.push(shownAs(next));
	else if (fields.length) steps.change.push({ name: shownAs(next), fields });
}

function endPupil({ present, writes }: PlanMaking, person: PersonRow, last: Day) {
	writes.persons.push({ ...person, ended_on: last });
	const own = ({ pupil_id }: { pupil_id: PersonId }) => pupil_id === person.id;
	writes.enrolments.push(...present.enrolments.filter(own).map((span) => endOn(span, last)));
	writes.ties.push(...present.ties.filter(own).map((span) => endOn(span, last)));
}

/** A rejected row says that somebody is still in the file, however badly written. */
function sparing({ roster, present }: PlanMaking) {
	const rows = roster.rejected.filter(({ noun }) => noun === 'pupil');
	const keys = new Set(rows.map(({ key }) => key).filter(Boolean));
	const signs = new Set(rows.map(({ spares }) => spares).filter(Boolean));
	const births = new Map(present.pupils.map(({ id, birth_date }) => [id, birth_date]));
	return (person: PersonRow) =>
		(person.key !== null && keys.has(person.key)) ||
		signs.has(signOf({ ...person, givenName: person.given_name, birthDate: births.get(person.id) ?? null }));
}

function ageOn(birth: Day, day: Day) {
	return Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
}
