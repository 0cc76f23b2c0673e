import { nameOf } from '#modules/people/person.ts';
import type { Person } from './present.ts';
import type { Named } from './roster.ts';

/** What changed about somebody, in words that the preview can say. */
export type Field =
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

export type Steps = { add: string[]; change: { name: string; fields: Field[] }[]; end: string[] };
export type NounSteps = { pupils: Steps; guardians: Steps };

export function noSteps(): Steps {
	return { add: [], change: [], end: [] };
}

const spoken: [keyof Person, Field][] = [
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
export function fieldsChanged(here: Person, next: Person): Field[] {
	return [...new Set(spoken.filter(([key]) => here[key] !== next[key]).map(([, field]) => field))];
}

export function shownAs(person: Person) {
	const called = nameOf({ ...person, givenName: person.given_name, called: null });
	return person.role === 'pupil' ? [called, person.prefix, person.surname].filter(Boolean).join(' ') : called;
}

/** The name as the file has it; what the file leaves out stays as it is here. */
export function namesFrom(row: Omit<Named, 'email'>, here: Person | undefined) {
	const hasCallName = row.givenName && row.givenName !== row.initials;
	return {
		initials: row.initials ?? here?.initials ?? null,
		given_name: hasCallName ? row.givenName : (here?.given_name ?? row.givenName),
		prefix: row.surname ? row.prefix : (here?.prefix ?? null),
		surname: row.surname || here?.surname || ''
	};
}
