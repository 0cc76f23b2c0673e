import { wishesIn } from '#modules/people/profiles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { participantsIn } from './participants.server.ts';
import type { Round } from './round.ts';
import * as store from './round.store.server.ts';

/** When a round opens, parents apart who wish a talk of their own have it from the start; the others can still ask. */
export async function partAsWishedIn(db: Db, ctx: Ctx, round: Round) {
	const pupils = await participantsIn(db, ctx, round);
	const apart = pupils.filter(({ guardians }) => new Set(guardians.map(({ household }) => household)).size > 1);
	const guardians = [...new Set(apart.flatMap(({ guardians }) => guardians.map(({ id }) => id)))];
	const wishes = await wishesIn(db, ctx, guardians);
	for (const pupil of apart) {
		const wisher = pupil.guardians.find(({ id }) => wishes.get(id)?.ownTalk);
		if (wisher) await store.addOwnTalk(db, ctx, round.id, pupil.id, wisher.id);
	}
}
