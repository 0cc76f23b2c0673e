import { consentersOf, hasAuthority } from '#modules/people/authority.ts';
import { memberOf, type Circle } from '#modules/people/circle.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';

/** Who asks on behalf of a child: from sixteen the pupil, before that a guardian with authority (standards §5.1). */
export function mayClaimFor(circle: Circle, person: PersonId, today: Day): boolean {
	if (person === circle.pupil) return true;
	const member = memberOf(circle, person);
	return !!member && hasAuthority(member) && consentersOf(circle, today).by === 'guardians';
}
