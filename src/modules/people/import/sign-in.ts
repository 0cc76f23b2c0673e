import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { maySignIn, sayOn } from '#modules/people/say.ts';
import type { SchoolRows } from './present.ts';

/**
 * Whom an import lets in by e-mail: pupils only when signing in was opened for them. Whom it shuts out: who is gone, and
 * who has no address any more (`forget`), unless they came in by an invitation.
 */
export function signInsOf(present: SchoolRows, writes: SchoolRows, today: Day) {
	const opened = new Map(
		[...present.pupils, ...writes.pupils].map(({ id, say, birth_date }) => [
			id,
			maySignIn(sayOn(say, birth_date, today))
		])
	);
	const admit: { person: PersonId; email: string }[] = [];
	const dismiss: PersonId[] = [];
	const forget: PersonId[] = [];
	for (const { id, role, email, ended_on } of writes.persons) {
		if (ended_on && ended_on <= today) dismiss.push(id);
		else if (!email) forget.push(id);
		else if (role !== 'pupil' || opened.get(id)) admit.push({ person: id, email });
	}
	return { admit, dismiss, forget };
}
