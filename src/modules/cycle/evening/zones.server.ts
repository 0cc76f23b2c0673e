import { locationNamed } from '#modules/cycle/offer.store.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { no, ok } from '#platform/outcome.ts';
import type { Rooms } from './zone.input.ts';
import { usualWalking, zonesOf, type Walking, type Zones } from './zone.ts';
import * as store from './zone.store.server.ts';

/** The rooms of the school, for the office: where each is, and how long families walk. */
export function get(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!mayPlan(ctx)) return no('missing');
		return ok({ locations: await store.findLocations(db, ctx), walking: await walkingIn(db, ctx) });
	});
}

/** Two of the office at once: what one did not touch stays as the other left it. */
export function keep(ctx: Ctx, { filled, walking }: Rooms) {
	return change(ctx, async (db) => {
		if (!mayPlan(ctx)) return no('missing');
		if (filled.length && (await store.saveFilled(db, ctx, filled)) !== filled.length) return no('missing');
		await store.saveWalking(db, ctx, walking);
		recordFact(db, ctx, 'rooms.kept', ctx.school);
		return ok(undefined);
	});
}

/** A room that no teacher named yet. One that is there already stays the one it is. */
export function add(ctx: Ctx, name: string) {
	return change(ctx, async (db) => {
		if (!mayPlan(ctx)) return no('missing');
		const { id } = await locationNamed(db, ctx, name);
		recordFact(db, ctx, 'rooms.added', id);
		return ok(id);
	});
}

export async function walkingIn(db: Db, ctx: Ctx): Promise<Walking> {
	return (await store.findWalking(db, ctx)) ?? usualWalking;
}

/** For who plans: minutes on foot between the parts of the building (the planner's `zones.walk`), and where each room is. */
export async function walkIn(db: Db, ctx: Ctx): Promise<Zones> {
	return zonesOf(await store.findLocations(db, ctx), await walkingIn(db, ctx));
}
