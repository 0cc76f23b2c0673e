import { isAged } from '#modules/people/age.ts';
import { memberOf, type Circle } from '#modules/people/circle.ts';
import { maySignIn } from '#modules/people/say.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';

/** Whose looks somebody reads: guardians and a pupil from 12 or with own access all, staff and professionals their own. */
export function looksShownTo(person: PersonId, circle: Circle, today: Day): 'all' | 'own' | 'none' {
	const reader = memberOf(circle, person);
	if (!reader) return 'none';
	if (reader.role === 'guardian') return 'all';
	if (reader.role === 'pupil') return maySignIn(circle.say) || isAged(12, circle.birthDate, today) ? 'all' : 'none';
	return reader.role === 'other' ? 'none' : 'own';
}

/** The words of a reason are between adults (handbook §1, P13): the pupil reads that somebody looked, not why. */
export function mayReadReasons(person: PersonId, circle: Circle): boolean {
	return memberOf(circle, person)?.role !== 'pupil';
}

/** Leadership and office may look in where they are not of the circle, once they have said why (handbook §2). */
export function mayLookIn(ctx: Ctx): boolean {
	return isStaff(ctx, 'leadership') || isStaff(ctx, 'office');
}
