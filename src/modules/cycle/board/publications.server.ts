import { checkPlan } from '#modules/planner/check.ts';
import { planManyIn, type PlannedTalk } from '#modules/conversations/batches.server.ts';
import { publish as publishRound, type Round } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { BookingId, RoundId } from '#platform/ids.ts';
import { callOutIn } from '#platform/live.server.ts';
import { no, type Outcome } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import * as boards from './board.store.server.ts';
import type { Problem, Talk } from './problem.ts';
import { subjectOf } from './progress.server.ts';
import * as store from './publication.store.server.ts';
import type { Standing } from './situation.ts';
import { laidOutIn } from './situations.server.ts';
import { holdIn, type BoardReason } from './holding.server.ts';
import { blockOf, planIn } from './standing.ts';

export type PublishReason = BoardReason | 'stuck' | 'empty' | 'just-taken';

/**
 * A person says that the plan stands: every talk on the board becomes an agreed time, all of them or none. What changed
 * since a talk was put there (a teacher who took times back, a talk planned elsewhere) is refused; the board says which.
 */
export function publish(ctx: Ctx, id: RoundId, version: number): Promise<Outcome<Round, PublishReason>> {
	return change<Round, PublishReason, PublishReason>(
		ctx,
		async (db) => {
			const held = await holdIn(db, ctx, id, version);
			if (!held.ok) return held;
			const decided = publishRound(held.value.round);
			if (!decided.ok) return no('wrong-state');
			await store.holdBlocks(db, ctx, id);
			const { problem, standing } = await laidOutIn(db, ctx, held.value.round, held.value.board);
			if (!standing.length) return no('empty');
			const agreed = agreedIn(problem, standing);
			if (!agreed) return no('stuck');
			if (!(await rounds.saveState(db, ctx, decided.value, 'open'))) return no('wrong-state');
			await agreeIn(db, ctx, held.value.round, agreed);
			await boards.clear(db, ctx, id);
			await boards.save(db, ctx, { ...held.value.board, version: version + 1, step: 0 });
			await callOutIn(db, subjectOf(ctx, id), { version: version + 1 });
			recordFact(db, ctx, 'round.published', id, { round: id });
			return decided;
		},
		{ [conflicts.overlap]: 'just-taken', [conflicts.double]: 'just-taken' }
	);
}

type Agreed = { talk: Talk; at: Standing; block: NonNullable<ReturnType<typeof blockOf>>; others: string[] };

/** Every talk with the block it stands in; undefined when one of them cannot stand there any more. */
function agreedIn(problem: Problem, standing: readonly Standing[]): Agreed[] | undefined {
	const plan = planIn(problem, standing);
	if (plan.talks.length < standing.length) return undefined;
	if (checkPlan({ ...problem.instance, locks: [] }, plan).faults.length) return undefined;
	const staff = new Map(problem.instance.requests.map((request) => [request.id, request.staff]));
	const found = standing.flatMap((at) => {
		const talk = problem.talks.get(at.talk);
		const block = talk && blockOf(problem, talk, at);
		return talk && block ? [{ talk, at, block, others: staff.get(at.talk)!.slice(1) }] : [];
	});
	return found.length === standing.length ? found : undefined;
}

async function agreeIn(db: Db, ctx: Ctx, round: Round, agreed: readonly Agreed[]) {
	const conversations = await planManyIn(
		db,
		ctx,
		agreed.map(({ talk, at, block, others }): PlannedTalk => ({
			kind: round.kind,
			pupil: talk.pupil,
			chair: at.teacher,
			others: others as PlannedTalk['others'],
			guardians: talk.guardians,
			startsAt: at.startsAt,
			minutes: talk.minutes,
			place: {
				kind: talk.place,
				...(talk.place === 'school' && block.location ? { location: block.location.name } : {})
			},
			pupilInvited: true,
			ofRound: true
		}))
	);
	const bookings = agreed.map(({ talk, at, block }, i) => ({
		id: newId<BookingId>(),
		pupil: talk.pupil,
		teacher: at.teacher,
		guardian: talk.guardians[0]!,
		household: talk.household,
		forTeacher: talk.teacher,
		block: block.id,
		location: talk.place === 'school' ? (block.location?.id ?? null) : null,
		place: talk.place,
		startsAt: at.startsAt,
		endsAt: addMinutes(at.startsAt, talk.minutes),
		conversation: conversations[i]!
	}));
	await store.addMany(db, ctx, round.id, bookings);
	for (const { id, pupil, conversation } of bookings)
		recordFact(db, ctx, 'booking.booked', id, { round: round.id, pupil, conversation });
}
