import type { GroupId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { sayOn } from '#modules/people/say.ts';
import type { PlanMaking } from './plan.ts';
import type { PresentIndex } from './present-index.ts';
import { keepPerson, keepPupil, keepsGroup } from './decided.ts';
import { endOn, inYear, isOpen, isSame, type PersonRow, type PupilRow } from './present.ts';
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

export function planPupils(making: PlanMaking, groups: Map<string, GroupId> | undefined): PupilPlan {
	const { roster, present, from } = making;
	const pupils = present.persons.filter(({ role }) => role === 'pupil');
	if (!groups) return asTheyAre(pupils, from);
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
		if (!leaving.has(person.id) && (spared(person) || isStillToCome(making, person))) {
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

function asTheyAre(pupils: PersonRow[], from: Day): PupilPlan {
	const keyed = pupils.filter(({ key }) => key);
	const isHere = ({ ended_on }: PersonRow) => isOpen(ended_on, from);
	return {
		steps: noSteps(),
		ids: new Map(keyed.filter(isHere).map((person) => [person.key!, person.id])),
		left: new Set(keyed.filter((person) => !isHere(person)).map(({ key }) => key!)),
		ended: new Set()
	};
}

/** By key; a dummy key, or a person without one, is known again by name and day of birth. */
function finder({ here }: PlanMaking, pupils: PersonRow[]) {
	const byKey = new Map(pupils.filter(({ key }) => key).map((person) => [person.key, person]));
	const bySign = new Map<string, PersonRow[]>();
	for (const person of pupils) {
		const sign = signHere(here, person);
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
	making: PlanMaking,
	steps: PlanSteps,
	id: PersonId,
	here: PersonRow | undefined,
	row: RosterPupil,
	group: GroupId | undefined
) {
	const { here: index, from, freshId, warn, writes } = making;
	const next = keepPerson(making, here, {
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
		ended_on: here?.ended_on && isOpen(here.ended_on, from) ? here.ended_on : null
	});
	const pupil = index.pupil.get(id);
	const birth = row.birthDate ?? pupil?.birth_date ?? null;
	const asFiled: PupilRow = {
		...inYear(pupil, row.yearGroup, making),
		id,
		birth_date: birth,
		say: pupil?.say ?? sayOn(1, birth, from)
	};
	// A file without a day of birth says nothing of it.
	const nextPupil = row.birthDate ? keepPupil(making, pupil, asFiled, next) : asFiled;
	const fields: ChangedField[] = here ? fieldsChanged(here, next) : [];
	if (pupil && pupil.birth_date !== nextPupil.birth_date) fields.push('birth-date');
	if (pupil && yearFrom(pupil) !== yearFrom(nextPupil)) fields.push('year-group');
	if (!isSame(here, next)) writes.persons.push(next);
	if (!isSame(pupil, nextPupil)) writes.pupils.push(nextPupil);

	const spans = index.enrolments(id);
	const current = spans.find(({ starts_on }) => starts_on <= from);
	const next_on = spans.map(({ starts_on }) => starts_on).find((day) => day > from) ?? null;
	const named = (id: GroupId | undefined) => id && making.groupNames.get(id);
	// The same group is asked for too: a correction that is not in the file yet is told.
	const stays = keepsGroup(making, named(current?.group_id), named(group), next);
	if (current?.group_id !== group && !stays) {
		if (current) writes.enrolments.push(endOn(current, from));
		if (group) {
			writes.enrolments.push({ id: freshId(), pupil_id: id, group_id: group, starts_on: from, ends_on: next_on });
		}
		fields.push('group');
	}
	if (!group) warn('no-group', { name: shownAs(next) });
	if (!here) steps.add.push(shownAs(next));
	else if (fields.length) steps.change.push({ name: shownAs(next), fields });
}

/** The year group somebody is in, or is going to be in. */
function yearFrom({ year_group, next_year_group }: PupilRow) {
	return next_year_group ?? year_group;
}

export function endPupil({ present, here, writes }: PlanMaking, person: PersonRow, last: Day) {
	writes.persons.push({ ...person, ended_on: last });
	const own = ({ pupil_id }: { pupil_id: PersonId }) => pupil_id === person.id;
	writes.enrolments.push(...here.enrolments(person.id).map((span) => endOn(span, last)));
	writes.ties.push(...present.ties.filter(own).map((span) => endOn(span, last)));
}

/** Enrolled for a day that this file knows nothing of yet, such as next year's new pupils in this year's file. */
function isStillToCome({ here, from }: PlanMaking, { id }: PersonRow) {
	const spans = here.enrolments(id);
	return spans.length > 0 && spans.every(({ starts_on }) => starts_on > from);
}

/** A rejected row says that somebody is still in the file, however badly written. */
function sparing({ roster, here }: PlanMaking) {
	const rows = roster.rejected.filter(({ noun }) => noun === 'pupil' || noun === 'person');
	const keys = new Set(rows.map(({ key }) => key).filter(Boolean));
	const signs = new Set(rows.map(({ spares }) => spares).filter(Boolean));
	return (person: PersonRow) => (person.key !== null && keys.has(person.key)) || signs.has(signHere(here, person));
}

function signHere(here: PresentIndex, person: PersonRow) {
	const birthDate = here.pupil.get(person.id)?.birth_date ?? null;
	return signOf({ ...person, givenName: person.given_name, birthDate });
}
