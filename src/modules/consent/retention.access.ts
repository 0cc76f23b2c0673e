import { isStaff, type Ctx } from '#platform/ctx.ts';

/** The office and leadership answer for what a school keeps, for how long, and for what it asks leave. */
export function mayKeepConsents(ctx: Ctx) {
	return isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
}
