import { mayOffer } from '#modules/cycle/round.access.ts';
import { groupDayOf, type Round } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { teachersOf } from '#modules/people/families.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import type { Stop } from './stop.ts';
import { findStops } from './stop.store.server.ts';

/** The talks of a teacher in this round; undefined: they have nothing to do with it. */
export async function talksOfIn(db: Db, ctx: Ctx, id: RoundId): Promise<{ round: Round; stops: Stop[] } | undefined> {
	const round = isStaff(ctx) ? await rounds.find(db, ctx, id) : undefined;
	if (!round) return undefined;
	const stops = await findStops(db, ctx, id, { teacher: ctx.person.id });
	const teaching = await teachersOf(db, ctx, round.groups, groupDayOf(round, ctx.now));
	return stops.length || mayOffer(ctx, teaching) ? { round, stops } : undefined;
}
