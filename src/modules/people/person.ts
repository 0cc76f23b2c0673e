import type { Language, Role } from '#platform/ctx.ts';
import type { PersonId } from '#platform/ids.ts';

/** Somebody of this school: pupil, guardian, staff or professional. */
export type Person = {
	id: PersonId;
	role: Role;
	givenName: string;
	initials: string | null;
	prefix: string | null;
	surname: string;
	/** How this person wants to be called: `juf Anke`, `mama van Noor`. */
	called: string | null;
	email: string | null;
	language: Language;
};

type Named = Pick<Person, 'role' | 'givenName' | 'prefix' | 'surname' | 'called'>;

/** The name on the screen: a call name for a child, for adults how they want to be called. */
export function nameOf(person: Named): string {
	if (person.called) return person.called;
	return person.role === 'pupil' ? person.givenName : fullNameOf(person);
}

export function fullNameOf({ givenName, prefix, surname }: Omit<Named, 'role' | 'called'>): string {
	return [givenName, prefix, surname].filter(Boolean).join(' ');
}

const collator = new Intl.Collator('nl');

/** Surname without prefix first, as Dutch registers sort. */
export function byName(a: Pick<Person, 'givenName' | 'surname'>, b: Pick<Person, 'givenName' | 'surname'>) {
	return collator.compare(a.surname, b.surname) || collator.compare(a.givenName, b.givenName);
}
