import type { PersonId } from '#platform/ids.ts';
import { personsIn, type RosterClaim } from './guardian-match.ts';
import { keepPerson, keepTie } from './decided.ts';
import { placeHomes } from './home-plan.ts';
import type { PlanMaking } from './plan.ts';
import { endOn, isSame, type GuardianshipRow } from './present.ts';
import type { PupilPlan } from './pupil-plan.ts';
import { fieldsChanged, noSteps, shownAs, type ChangedField, type PlanSteps } from './step.ts';

/**
 * Guardians are as the list has them for each pupil it names; of pupils it doesn't name nothing changes, so a list of one
 * group can be given too. When a pupil leaves, those who were guardian of this pupil only leave too.
 */
export function planGuardians(making: PlanMaking, pupils: PupilPlan): PlanSteps {
	const { present, roster, from, writes, warn } = making;
	const steps = noSteps();
	const changed = new Map<PersonId, Set<ChangedField>>();
	const note = (person: PersonId, ...fields: ChangedField[]) =>
		changed.set(person, new Set([...(changed.get(person) ?? []), ...fields]));

	const claims = personsIn(making, pupils);
	const named = new Set(claims.map(({ pupil }) => pupil));
	const labels = new Map(present.guardianships.map((tie) => [tie.guardian_id, tie.home_label]));
	const wanted = claims.map((claim) => ({ claim, next: guardianshipFor(making, claim, labels) }));
	const kept = new Set(wanted.map(({ next }) => next.id));
	const gone = new Set(
		(roster.gone ?? [])
			.flatMap((key) => present.persons.filter((one) => one.role === 'guardian' && one.key === key))
			.map(({ id }) => id)
	);
	const over = present.guardianships.filter((tie) => {
		if (pupils.ended.has(tie.pupil_id) || gone.has(tie.guardian_id)) return true;
		return named.has(tie.pupil_id) && !kept.has(tie.id) && !tie.invited_by && !isSpared(making, pupils, tie);
	});
	const ended = new Set(over.map(({ id }) => id));
	const others = present.guardianships.filter(({ id }) => !ended.has(id) && !kept.has(id));
	const planned = wanted.map(({ next }) => next);
	const homes = placeHomes(making, planned, others);
	writes.guardianships.push(...over.map((tie) => endOn(tie, from)));
	over.forEach(({ guardian_id }) => note(guardian_id, 'pupils'));

	const here = new Map(present.guardianships.map((tie) => [tie.id, tie]));
	for (const tie of planned) {
		const next = homes.of(tie);
		const known = here.get(next.id);
		if (isSame(known, next)) continue;
		writes.guardianships.push(next);
		note(next.guardian_id, ...(known ? fieldsOf(known, next) : (['pupils'] as const)));
	}
	writes.households.push(...homes.fresh.map((id) => ({ id })));

	const people = making.here.person;
	const still = new Set([...planned, ...others].map(({ guardian_id }) => guardian_id));
	for (const asFiled of new Map(claims.map(({ person }) => [person.id, person])).values()) {
		const known = people.get(asFiled.id);
		const person = keepPerson(making, known, asFiled);
		if (!isSame(known, person)) writes.persons.push(person);
		if (!known) steps.add.push(shownAs(person));
		else note(person.id, ...fieldsChanged(known, person));
	}
	for (const id of new Set(over.map(({ guardian_id }) => guardian_id))) {
		const person = people.get(id);
		if (!person || person.ended_on || still.has(id)) continue;
		writes.persons.push({ ...person, ended_on: from });
		steps.end.push(shownAs(person));
		changed.delete(id);
	}
	const claimed = new Map(claims.map(({ person }) => [person.id, person]));
	for (const [id, fields] of changed) {
		const person = claimed.get(id) ?? people.get(id);
		if (fields.size && person && people.has(id)) steps.change.push({ name: shownAs(person), fields: [...fields] });
	}
	if (roster.guardians.length) {
		const keeping = new Set(others.map(({ pupil_id }) => pupil_id));
		const without = [...pupils.ids.values()].filter((id) => !named.has(id) && !keeping.has(id));
		if (without.length) warn('pupils-without-guardians', { count: String(without.length) });
	}
	return steps;
}

type Labels = ReadonlyMap<PersonId, string | null>;

function guardianshipFor(making: PlanMaking, { row, pupil, person }: RosterClaim, labels: Labels): GuardianshipRow {
	const { here: index, from, freshId, warn } = making;
	const here = index.guardianships(pupil).find(({ guardian_id }) => guardian_id === person.id);
	const checked = here?.authority_checked_on ? here : undefined;
	if (checked && checked.authority !== row.authority) {
		warn('authority-kept', { name: shownAs(person), day: checked.authority_checked_on!, pupil: row.pupil });
	}
	return keepTie(
		making,
		here,
		{
			id: here?.id ?? freshId(),
			pupil_id: pupil,
			guardian_id: person.id,
			household_id: here?.household_id ?? freshId(),
			position: row.number,
			relation: row.relation,
			authority: checked?.authority ?? row.authority,
			informed: row.informed,
			home_label: homeLabel(row, person.id, here ? here.home_label : labels.get(person.id)),
			authority_checked_on: here?.authority_checked_on ?? null,
			authority_checked_by: here?.authority_checked_by ?? null,
			invited_by: here?.invited_by ?? null,
			home_decided_on: here?.home_decided_on ?? null,
			starts_on: here?.starts_on ?? from,
			ends_on: null
		},
		person
	);
}

/** `here`: how the home of this guardian is known already, of this child or a brother or sister. */
function homeLabel({ home, lives }: RosterClaim['row'], guardian: PersonId, here: string | null | undefined) {
	if (!lives) return home || null;
	return lives === 'not-known' && here !== undefined ? here : `own ${guardian}`;
}

/** A rejected row of this pupil says that its guardian is still in the list; with a wrong number it may be any of them. */
function isSpared(making: PlanMaking, pupils: PupilPlan, tie: GuardianshipRow) {
	const { roster } = making;
	const own = making.here.person.get(tie.guardian_id)?.key;
	return roster.rejected.some(
		({ noun, key, spares }) =>
			(noun === 'person' && !!key && key === own) ||
			(noun === 'guardian' &&
				pupils.ids.get(key) === tie.pupil_id &&
				(Number(spares) === tie.position || !Number(spares)))
	);
}

function fieldsOf(here: GuardianshipRow, next: GuardianshipRow): ChangedField[] {
	const fields: ChangedField[] = [];
	if (here.relation !== next.relation || here.position !== next.position) fields.push('relation');
	if (here.authority !== next.authority) fields.push('authority');
	if (here.informed !== next.informed) fields.push('informed');
	if (here.household_id !== next.household_id || here.home_label !== next.home_label) fields.push('home');
	return fields;
}
