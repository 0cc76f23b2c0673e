import * as families from '#modules/people/families.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Participant } from '#modules/cycle/participant.ts';
import * as participants from '#modules/cycle/participant.store.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import { groupDayOf, type Round, type RoundKind } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { runningOn } from './arrangement.ts';
import type { Way } from './terms.ts';
import * as store from './arrangement.store.server.ts';
import * as asked from './asked.store.server.ts';
import { yearIn } from './years.server.ts';

/** Which round is for which way of keeping in touch; an advice talk is every family's, and school's to settle. */
const isFor: Record<RoundKind, (way: Way) => boolean> = {
	start: () => false,
	'report-card': ({ form, rhythm }) => form === 'report-card' || rhythm === 'report',
	progress: ({ form, rhythm }) => form === 'talk' || (form === 'presentation' && rhythm !== 'report'),
	advice: () => false
};

/** Of these children those whose arrangement, agreed by both sides and running that day, has a way that this is for. */
export async function arrangedFor(
	db: Db,
	ctx: Ctx,
	way: (way: Way) => boolean,
	pupils: readonly PersonId[],
	on: Day = dayOf(ctx.now)
): Promise<PersonId[]> {
	const year = await yearIn(db, ctx);
	const kept = await store.find(db, ctx, { pupils, year: year.name });
	const arranged = kept.filter((one) => runningOn(one, on)?.ways.some(way));
	return [...new Set(arranged.map(({ pupil }) => pupil))];
}

/**
 * Only the start round invites everyone (handbook §3.1): into a later one come the children who arranged it and those for
 * whom somebody asked for a talk. What school settled for a child stays.
 */
export async function drawIn(db: Db, ctx: Ctx, round: Round): Promise<number> {
	if (round.kind === 'start') return 0;
	const pupils = await families.pupilsOf(db, ctx, round.groups, groupDayOf(round, ctx.now));
	const settled = await participants.findSettled(db, ctx, round.id);
	const ids = pupils.map(({ id }) => id).filter((id) => !settled.has(id));
	const arranged = await arrangedFor(db, ctx, isFor[round.kind], ids, round.firstDay);
	const asking = await asked.findAsking(db, ctx, ids);
	const drawn = ids.flatMap((pupil): Participant[] => {
		const because = arranged.includes(pupil) ? 'arrangement' : asking.includes(pupil) ? 'asked' : undefined;
		return because ? [{ pupil, because, priority: 'normal', minutes: null, first: false, third: null }] : [];
	});
	if (drawn.length) await participants.settle(db, ctx, round.id, drawn);
	return drawn.length;
}

/** Draw again: who arranged it or asked since the round was made. */
export function draw(ctx: Ctx, id: RoundId): Promise<Outcome<number, 'missing' | 'wrong-state'>> {
	return change<number, 'missing' | 'wrong-state'>(ctx, async (db) => {
		const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
		if (!round) return no('missing');
		if (round.kind === 'start' || (round.state !== 'draft' && round.state !== 'open')) return no('wrong-state');
		const drawn = await drawIn(db, ctx, round);
		if (drawn) recordFact(db, ctx, 'round.settled', id, { round: id });
		return ok(drawn);
	});
}

/** Why the children of a round take part, in numbers; of a start round nothing, since it is for everybody. */
export function drawnOf(ctx: Ctx, id: RoundId) {
	return read(ctx, async (db) => {
		const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
		if (!round || round.kind === 'start') return undefined;
		const settled = [...(await participants.findSettled(db, ctx, id)).values()];
		const count = (because: Participant['because']) => settled.filter((one) => one.because === because).length;
		const may = round.state === 'draft' || round.state === 'open';
		return { arrangement: count('arrangement'), asked: count('asked'), school: count('school'), may };
	});
}
