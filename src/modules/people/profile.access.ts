import type { Ctx } from '#platform/ctx.ts';
import type { Member } from './circle.ts';

/** A profile is set by the guardian alone (handbook §2): nobody fills it in for somebody else. */
export function maySay(ctx: Pick<Ctx, 'person'>): boolean {
	return ctx.person.role === 'guardian';
}

/** Who plans with a family or calls it reads what its guardians wish: staff of this child's circle, and nobody else (§16). */
export function mayReadWishes(reader: Member | undefined): boolean {
	return reader?.role === 'staff';
}
