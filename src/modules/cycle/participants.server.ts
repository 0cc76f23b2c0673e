import * as families from '#modules/people/families.server.ts';
import type { Child } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { isInvited, participantOf, type Participant } from './participant.ts';
import * as store from './participant.store.server.ts';
import { mayPlan } from './round.access.ts';
import { groupDayOf, type Round } from './round.ts';
import * as rounds from './round.store.server.ts';

/** Who takes part in a round, with names and homes: all children of its groups, or those of `only`. */
export async function participantsIn(db: Db, ctx: Ctx, round: Round, only?: readonly PersonId[]) {
	const pupils = await families.pupilsOf(db, ctx, round.groups, groupDayOf(round, ctx.now), only);
	const settled = await store.findSettled(db, ctx, round.id, only);
	return pupils.flatMap((pupil) => {
		const part = participantOf(round, pupil.id, settled.get(pupil.id));
		return part ? [{ ...pupil, part }] : [];
	});
}

/** Of these children, those whose family knows of the round by now. */
export async function invitedOf<C extends Pick<Child, 'id' | 'group'>>(
	db: Db,
	ctx: Ctx,
	round: Round,
	children: readonly C[]
): Promise<C[]> {
	const here = children.filter(({ group }) => group && round.groups.includes(group.id));
	if (!here.length || round.state === 'draft') return [];
	const ids = here.map(({ id }) => id);
	const settled = await store.findSettled(db, ctx, round.id, ids);
	return here.filter(({ id }) => {
		const part = participantOf(round, id, settled.get(id));
		return part && isInvited(round, part, ctx.now);
	});
}

/** Settle for single children of the round's groups who takes part, how long, who joins, and who hears of it first. */
export function settle(ctx: Ctx, id: RoundId, participants: readonly Participant[]) {
	return change(ctx, async (db) => {
		const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
		if (!round) return no('missing');
		if (round.state === 'closed') return no('wrong-state');
		const asked = participants.map(({ pupil }) => pupil);
		const pupils = await families.pupilsOf(db, ctx, round.groups, groupDayOf(round, ctx.now), asked);
		if (pupils.length !== new Set(asked).size) return no('missing');
		await store.settle(db, ctx, id, participants);
		recordFact(db, ctx, 'round.settled', id, { round: id });
		return ok(undefined);
	});
}
