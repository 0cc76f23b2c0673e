import { isStaff, type Ctx } from '#platform/ctx.ts';

/** Files of the administration are for the office and for leadership. */
export function mayImport(ctx: Ctx) {
	return isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
}
