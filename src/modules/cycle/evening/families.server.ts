import { invitedOf } from '#modules/cycle/participants.server.ts';
import type { Round } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { memberOf, type Circle, type Member } from '#modules/people/circle.ts';
import { wholeCirclesIn } from '#modules/people/circles.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { mayWalk } from './evening.access.ts';
import type { Stop } from './stop.ts';
import * as store from './stop.store.server.ts';

/** The family of `ctx.person` in a round: all talks they go to, of all children. */
export type Family = { round: Round; circles: Map<PersonId, Circle>; stops: Stop[] };

/** Undefined: nobody of this family, or of no child that takes part. */
export async function familyIn(db: Db, ctx: Ctx, id: RoundId): Promise<Family | undefined> {
	if (ctx.person.role !== 'guardian' && ctx.person.role !== 'pupil') return undefined;
	const round = await rounds.find(db, ctx, id);
	if (!round || round.state === 'draft') return undefined;
	const children = await childrenIn(db, ctx);
	const circles = await wholeCirclesIn(
		db,
		ctx,
		children.map(({ id: child }) => child)
	);
	const found = await store.findStops(db, ctx, id, { pupils: [...circles.keys()] });
	const stops = found.filter((stop) => {
		const reader = readerOf(circles, stop, ctx);
		return reader && mayWalk(stop, reader);
	});
	if (!stops.length && !(await invitedOf(db, ctx, round, children)).length) return undefined;
	return { round, circles, stops };
}

export function readerOf(circles: Family['circles'], { pupil }: Pick<Stop, 'pupil'>, ctx: Ctx): Member | undefined {
	const circle = circles.get(pupil);
	return circle && memberOf(circle, ctx.person.id);
}
