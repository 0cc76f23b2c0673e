import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { CheckId, Item } from '#modules/people/file-check.ts';
import { fullNameOf } from '#modules/people/person.ts';
import type { PlanMaking } from './plan.ts';
import type { GuardianshipRow, PersonRow, PupilRow } from './present.ts';
import { shownAs } from './step.ts';

/** School agreed with a family that `was` is wrong: the administration was to be mended. */
export type Correction = { id: CheckId; pupil: PersonId; person: PersonId; item: Item; was: string; on: Day };

/**
 * Here it is as people decided, in the file as it was before: it stays, unless who reads the file in says otherwise. From
 * then on the file's word stands, and nobody is told again of `checks`: the questions of families that it was about.
 */
export type Difference = {
	id: string;
	what: Item | 'home';
	name: string;
	here: string;
	file: string;
	checks: CheckId[];
};

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
	relation: { of: ({ relation }) => relation, parts: ['relation'] },
	authority: { of: ({ authority }) => authority, parts: ['authority'] }
};
/** Authority that was checked on a proof goes before every file already, and before what was asked. */
const ofCheckedTie: typeof ofTie = { relation: ofTie.relation };
const ofPlace: Partial<Record<Item, Reading<GroupName>>> = { group: { of: ({ group }) => group, parts: ['group'] } };

const ofChild: readonly Item[] = ['full-name', 'call-name', 'birth-date', 'group'];

/** The group of a pupil, by the name a family knows it by. */
type GroupName = { group: string };

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
	const readings = here?.authority_checked_on ? ofCheckedTie : ofTie;
	return keep(making, readings, { here, next, about: next.guardian_id, pupil: next.pupil_id, name: shownAs(person) });
}

/** Does a pupil stay in the group they are in? What was said of a group of another school year is over with that year. */
export function keepsGroup(making: PlanMaking, here: string | undefined, next: string | undefined, person: PersonRow) {
	if (here === undefined || next === undefined) return false;
	const { starts_on, ends_on } = making.year;
	const since = ({ on }: Correction) => on >= starts_on && on <= ends_on;
	const asked = { here: { group: here }, next: { group: next }, about: person.id, name: shownAs(person), since };
	return keep(making, ofPlace, asked).group !== next;
}

type Asked<Row> = {
	here: Row | undefined;
	next: Row;
	about: PersonId;
	pupil?: PersonId;
	name: string;
	since?: (correction: Correction) => boolean;
};

function keep<Row extends object>(
	making: PlanMaking,
	readings: Partial<Record<Item, Reading<Row>>>,
	{ here, next, about, pupil, name, since = () => true }: Asked<Row>
): Row {
	if (!here) return next;
	let kept = next;
	for (const correction of making.corrections.get(about) ?? []) {
		const { id: check, pupil: of, item, was, on } = correction;
		const reading = readings[item];
		if (!reading || (pupil && of !== pupil) || reading.of(next) !== was || !since(correction)) continue;
		if (reading.of(here) === was) {
			making.warn('correction-missing', { name, item, day: on, was });
			continue;
		}
		const id = [about, pupil, item].filter(Boolean).join(' ');
		// Both parents may have asked for the same.
		const told = making.differences.find((one) => one.id === id);
		if (told) told.checks.push(check);
		else making.differences.push({ id, what: item, name, here: reading.of(here), file: was, checks: [check] });
		if (making.follow.has(id)) continue;
		kept = { ...kept, ...Object.fromEntries(reading.parts.map((part) => [part, here[part]])) };
	}
	return kept;
}
