import { isStaff, type Ctx } from '#platform/ctx.ts';

/** Rounds are planned by the office, or by leadership where it does that itself. They see names and times, no content. */
export function mayPlan(ctx: Ctx) {
	return isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
}

/** Who teaches a group of the round offers times in it. */
export function mayOffer(ctx: Ctx, teachers: readonly { teacher: string }[]) {
	return isStaff(ctx) && teachers.some(({ teacher }) => teacher === ctx.person.id);
}

/** In a round per teacher also who is tied to single children of its groups, such as a subject teacher. */
export function mayOfferAlone(ctx: Ctx, groups: readonly string[], tied: readonly string[]) {
	return isStaff(ctx, 'teacher') && tied.some((group) => groups.includes(group));
}
