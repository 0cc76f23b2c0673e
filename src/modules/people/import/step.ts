import { nameOf } from '#modules/people/person.ts';
import type { PersonRow } from './present.ts';
import type { RosterName } from './roster.ts';

/** What changed about somebody, in words that the preview can say. */
export type ChangedField =
	| 'name'
	| 'key'
	| 'email'
	| 'mobile'
	| 'birth-date'
	| 'year-group'
	| 'group'
	| 'groups'
	| 'roles'
	| 'returned'
	| 'pupils'
	| 'relation'
	| 'authority'
	| 'informed'
	| 'home';

export type PlanSteps = { add: string[]; change: { name: string; fields: ChangedField[] }[]; end: string[] };
export type NounSteps = { pupils: PlanSteps; guardians: PlanSteps };

export function noSteps(): PlanSteps {
	return { add: [], change: [], end: [] };
}

const spoken: [keyof PersonRow, ChangedField][] = [
	['given_name', 'name'],
	['initials', 'name'],
	['prefix', 'name'],
	['surname', 'name'],
	['key', 'key'],
	['email', 'email'],
	['mobile', 'mobile'],
	['ended_on', 'returned']
];

/** What is different between a person as here and as the file has it. */
export function fieldsChanged(here: PersonRow, next: PersonRow): ChangedField[] {
	return [...new Set(spoken.filter(([key]) => here[key] !== next[key]).map(([, field]) => field))];
}

export function shownAs(person: PersonRow) {
	const called = nameOf({ ...person, givenName: person.given_name, called: null });
	return person.role === 'pupil' ? [called, person.prefix, person.surname].filter(Boolean).join(' ') : called;
}

/** The name as the file has it; what the file leaves out stays as it is here. */
export function namesFrom(row: Omit<RosterName, 'email'>, here: PersonRow | undefined) {
	const hasCallName = row.givenName && row.givenName !== row.initials;
	return {
		initials: row.initials ?? here?.initials ?? null,
		given_name: hasCallName ? row.givenName : (here?.given_name ?? row.givenName),
		prefix: row.surname ? row.prefix : (here?.prefix ?? null),
		surname: row.surname || here?.surname || ''
	};
}
