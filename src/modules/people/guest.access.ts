import type { Day } from '#platform/time.ts';
import { isAged } from './age.ts';
import { hasAuthority } from './authority.ts';
import type { Circle, Member } from './circle.ts';
import { maySignIn } from './say.ts';

const ageToInvite = 12;

/** Let somebody into the circle, and out again: a guardian with authority, and from twelve the pupil (handbook §2). */
export function mayInvite(circle: Circle, reader: Member, today: Day): boolean {
	if (reader.role === 'pupil') return maySignIn(circle.say) && isAged(ageToInvite, circle.birthDate, today);
	return reader.role === 'guardian' && hasAuthority(reader);
}
