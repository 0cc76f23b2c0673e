import type { Member } from '#modules/people/circle.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import type { PersonId } from '#platform/ids.ts';

/** Any of the staff around the child answers; who was asked goes first. */
export function mayAnswer(reader: Member): boolean {
	return reader.role === 'staff' && !reader.outsideTalks;
}

export function mayAgree({ requestedBy }: { requestedBy: PersonId | null }, reader: Member): boolean {
	return reader.person === requestedBy && !reader.outsideTalks;
}

export function mayChooseTerm(ctx: Ctx): boolean {
	return isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
}
