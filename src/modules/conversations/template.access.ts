import { isStaff, type Ctx } from '#platform/ctx.ts';

/** What talks are like at this school is said by leadership and office. */
export function mayAdapt(ctx: Ctx): boolean {
	return isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
}
