import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Item } from '#modules/people/file-check.ts';
import { fullNameOf } from '#modules/people/person.ts';
import type { PlanMaking } from './plan.ts';
import type { GuardianshipRow, PersonRow, PupilRow } from './present.ts';
import { shownAs } from './step.ts';

/** School agreed with a family that `was` is wrong: the administration was to be mended. */
export type Correction = { pupil: PersonId; person: PersonId; item: Item; was: string; on: Day };

/** Here it is as people decided, in the file as it was before: it stays, unless who reads the file in says otherwise. */
export type Difference = { id: string; what: Item | 'home'; name: string; here: string; file: string };

/** How an item reads in a row, and what of the row it is. */
type Reading<Row> = { of: (row: Row) => string; parts: readonly (keyof Row)[] };

const fullName: Reading<PersonRow> = {
	of: ({ given_name, prefix, surname }) => fullNameOf({ givenName: given_name, prefix, surname }),
	parts: ['initials', 'given_name', 'prefix', 'surname']
};
const ofPerson: Partial<Record<Item, Reading<PersonRow>>> = {
	'full-name': fullName,
	'own-name': fullName,
	'call-name': { of: ({ given_name }) => given_name, parts: ['given_name'] },
	email: { of: ({ email }) => email ?? '', parts: ['email'] },
	mobile: { of: ({ mobile }) => mobile ?? '', parts: ['mobile'] }
};
const ofPupil: Partial<Record<Item, Reading<PupilRow>>> = {
	'birth-date': { of: ({ birth_date }) => birth_date ?? '', parts: ['birth_date'] }
};
const ofTie: Partial<Record<Item, Reading<GuardianshipRow>>> = {
	relation: { of: ({ relation }) => relation, parts: ['relation'] }
};

const ofChild: readonly Item[] = ['full-name', 'call-name', 'birth-date'];

/** Whom a correction is about: of the child what is the child's, of themself the rest. */
export function subjectOf({ pupil, person, item }: Correction): PersonId {
	return ofChild.includes(item) ? pupil : person;
}

export function keepPerson(making: PlanMaking, here: PersonRow | undefined, next: PersonRow) {
	return keep(making, ofPerson, { here, next, about: next.id, name: shownAs(next) });
}

export function keepPupil(making: PlanMaking, here: PupilRow | undefined, next: PupilRow, person: PersonRow) {
	return keep(making, ofPupil, { here, next, about: next.id, name: shownAs(person) });
}

export function keepTie(
	making: PlanMaking,
	here: GuardianshipRow | undefined,
	next: GuardianshipRow,
	person: PersonRow
) {
	return keep(making, ofTie, { here, next, about: next.guardian_id, pupil: next.pupil_id, name: shownAs(person) });
}

type Asked<Row> = { here: Row | undefined; next: Row; about: PersonId; pupil?: PersonId; name: string };

function keep<Row extends object>(
	making: PlanMaking,
	readings: Partial<Record<Item, Reading<Row>>>,
	{ here, next, about, pupil, name }: Asked<Row>
): Row {
	if (!here) return next;
	let kept = next;
	for (const { pupil: of, item, was, on } of making.corrections.get(about) ?? []) {
		const reading = readings[item];
		if (!reading || (pupil && of !== pupil) || reading.of(next) !== was) continue;
		if (reading.of(here) === was) {
			making.warn('correction-missing', { name, item, day: on, was });
			continue;
		}
		const id = [about, pupil, item].filter(Boolean).join(' ');
		// Both parents may have asked for the same.
		if (making.differences.every((one) => one.id !== id)) {
			making.differences.push({ id, what: item, name, here: reading.of(here), file: was });
		}
		if (making.follow.has(id)) continue;
		kept = { ...kept, ...Object.fromEntries(reading.parts.map((part) => [part, here[part]])) };
	}
	return kept;
}
