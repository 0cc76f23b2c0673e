import type { Member } from '#modules/people/circle.ts';
import { maySee } from '#modules/cycle/booking.access.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import type { PersonId } from '#platform/ids.ts';

/** That a teacher cannot be there is said by that teacher, or by office or leadership. */
export function maySayAway(ctx: Ctx, teacher: PersonId) {
	return (isStaff(ctx) && ctx.person.id === teacher) || mayPlan(ctx);
}

/** The family answers, or who teaches the child for a family on the phone. */
export function mayAnswer(booking: Pick<Booking, 'household' | 'teacher'>, reader: Member) {
	if (!maySee(booking, reader)) return false;
	return reader.role === 'guardian' || reader.teaches === true || reader.person === booking.teacher;
}
