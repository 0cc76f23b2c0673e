import { isStaff, type Ctx } from '#platform/ctx.ts';
import type { Member } from './circle.ts';

/** Each guardian checks what is held of the child and of themself. */
export function mayCheck(reader: Member | undefined): boolean {
	return reader?.role === 'guardian';
}

/** Who keeps the administration answers. */
export function mayAnswer(ctx: Ctx): boolean {
	return isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
}
