import { isStaff, type Ctx } from '#platform/ctx.ts';
import type { GroupId } from '#platform/ids.ts';
import type { Round } from './round.ts';

/** Rounds are planned by the office, or by leadership where it does that itself. They see names and times, no content. */
export function mayPlan(ctx: Ctx) {
	return isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
}

/** Who teaches a group of the round offers times in it. */
export function mayOffer(ctx: Ctx, teachers: readonly { teacher: string }[]) {
	return isStaff(ctx) && teachers.some(({ teacher }) => teacher === ctx.person.id);
}

/** A family knows of a round once it is open, when one of its children is in it. */
export function isInvited(round: Pick<Round, 'state' | 'groups'>, groups: readonly (GroupId | undefined)[]) {
	return round.state !== 'draft' && groups.some((group) => group && round.groups.includes(group));
}
