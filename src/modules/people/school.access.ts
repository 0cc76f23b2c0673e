import { isStaff, type Ctx } from '#platform/ctx.ts';

/** Groups, staff and tasks of the school, and authority over its pupils, are kept by the office and by leadership. */
export function mayKeepSchool(ctx: Ctx) {
	return isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
}
