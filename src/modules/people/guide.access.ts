import { isStaff, type Ctx } from '#platform/ctx.ts';

/** Staff of the child's circle says who this family can go to. */
export function mayAdapt(ctx: Ctx): boolean {
	return isStaff(ctx);
}

/** Office and leadership say it for the whole school. */
export function mayAdaptSchool(ctx: Ctx): boolean {
	return isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
}
