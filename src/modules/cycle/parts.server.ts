import * as families from '#modules/people/families.server.ts';
import { colleaguesIn } from '#modules/people/schools.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { GroupId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Part } from './part.input.ts';
import type { Participant } from './participant.ts';
import * as store from './participant.store.server.ts';
import { mayPlan } from './round.access.ts';
import { groupDayOf, type Round } from './round.ts';
import * as rounds from './round.store.server.ts';

export type PartReason = 'missing' | 'wrong-state' | 'third-unknown';

/** The children of one group of a round (its first, unless another is meant), each with what is settled for it; and who of school can join a talk. */
export function ofGroup(ctx: Ctx, id: RoundId, asked?: GroupId) {
	return read(ctx, async (db) => {
		const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
		const group = asked ?? round?.groups[0];
		if (!round || !group || !round.groups.includes(group)) return no('missing');
		const settled = await store.findSettled(db, ctx, id);
		const pupils = (await pupilsIn(db, ctx, round, group)).map(({ id: pupil, fullName }) => ({
			...{ id: pupil, fullName },
			part: settled.get(pupil)
		}));
		return ok({ group, pupils, colleagues: await colleaguesIn(db, ctx) });
	});
}
export type GroupParts = Extract<Awaited<ReturnType<typeof ofGroup>>, { ok: true }>['value'];

/** Settle a whole group at once, while nobody has been invited: who takes part, how long, who joins, who hears of it first. */
export function settleGroup(
	ctx: Ctx,
	id: RoundId,
	group: GroupId,
	parts: readonly Part[]
): Promise<Outcome<undefined, PartReason>> {
	return change<undefined, PartReason, PartReason>(
		ctx,
		async (db) => {
			const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
			if (!round || !round.groups.includes(group)) return no('missing');
			if (round.state !== 'draft') return no('wrong-state');
			const here = new Set((await pupilsIn(db, ctx, round, group)).map((pupil) => pupil.id));
			if (!parts.every(({ pupil }) => here.has(pupil))) return no('missing');
			const before = await store.findSettled(db, ctx, id, [...here]);
			const kept = parts.flatMap((part) => asParticipant(round, part, before.get(part.pupil)) ?? []);
			await store.unsettle(
				db,
				ctx,
				id,
				parts.map(({ pupil }) => pupil).filter((pupil) => !kept.some((one) => one.pupil === pupil))
			);
			if (kept.length) await store.settle(db, ctx, id, kept);
			recordFact(db, ctx, 'round.settled', id, { round: id });
			return ok(undefined);
		},
		{ [conflicts.dangling]: 'third-unknown' }
	);
}

/** A child of a start round of whom nothing special is settled needs no line of its own. */
function asParticipant(round: Round, part: Part, before: Participant | undefined): Participant | undefined {
	const { pupil, minutes, first, third } = part;
	const own = { pupil, minutes, first, third };
	if (round.kind === 'start') {
		const special = minutes !== null || first || third !== null;
		return special ? { because: 'everybody', priority: 'must', ...before, ...own } : undefined;
	}
	return part.takesPart ? { because: 'school', priority: 'normal', ...before, ...own } : undefined;
}

function pupilsIn(db: Db, ctx: Ctx, round: Round, group: GroupId) {
	return families.pupilsOf(db, ctx, [group], groupDayOf(round, ctx.now));
}
