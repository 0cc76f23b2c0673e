import { mayRead } from '#modules/people/audience.ts';
import { memberOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { Tip } from './tip.ts';

/** Within its audience; of who has left the circle it stays readable for those it was meant for. */
export function mayHearTip(circle: Circle, reader: Member, { audience, person }: Tip): boolean {
	return mayRead(audience, reader, memberOf(circle, person) ?? { person, household: null });
}
