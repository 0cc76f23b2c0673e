import type { Ctx } from '#platform/ctx.ts';
import type { GroupId } from '#platform/ids.ts';
import { mayKeepSchool } from './school.access.ts';

/** The office invites everybody; a teacher prints for the groups she teaches today. */
export function invitesIn(ctx: Ctx, groups: readonly GroupId[], taught: readonly GroupId[]): GroupId[] {
	if (mayKeepSchool(ctx)) return [...groups];
	return ctx.person.role === 'staff' ? groups.filter((group) => taught.includes(group)) : [];
}

/** Sending mail and withdrawing are the office's. */
export function maySend(ctx: Ctx): boolean {
	return mayKeepSchool(ctx);
}
