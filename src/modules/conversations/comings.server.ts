import { memberOf } from '#modules/people/circle.ts';
import { wholeCirclesIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Day } from '#platform/time.ts';
import { findOwnBetween, findPlannedOn, type OwnComing } from './coming.store.server.ts';
import { conversationForMessage } from './conversations.server.ts';

/** The talks that stand on this day, for who reminds of them: never for a page. */
export async function talksOn(db: Db, ctx: Ctx, day: Day) {
	const talks = [];
	for (const id of await findPlannedOn(db, ctx, day)) {
		const talk = await conversationForMessage(db, ctx, id);
		if (talk) talks.push(talk);
	}
	return talks;
}

/** With the call name of the child it is about. */
export type Coming = Omit<OwnComing, 'startsAt'> & { startsAt: Date; callName: string };

/** The talks of `ctx.person` with a time, as they stand now, of the children in whose circle they still are. */
export async function ownComingsIn(db: Db, ctx: Ctx, from: Date, until: Date): Promise<Coming[]> {
	const talks = await findOwnBetween(db, ctx, from, until);
	const circles = await wholeCirclesIn(db, ctx, [...new Set(talks.map(({ pupil }) => pupil))]);
	return talks.flatMap(({ startsAt, ...talk }) => {
		const circle = circles.get(talk.pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		return startsAt && reader && !reader.outsideTalks ? [{ ...talk, startsAt, callName: circle.callName }] : [];
	});
}
