import { memberOf, type Circle } from '#modules/people/circle.ts';
import { circleIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { mayFind, seatsOf } from './arrangement.access.ts';
import type { Arrangement, Draft, Turn } from './arrangement.ts';
import { partiesOf, partyOf } from './party.ts';
import * as store from './arrangement.store.server.ts';
import type { Kept } from './arrangement.store.server.ts';
import type { Year } from './moment.ts';
import { yearIn } from './years.server.ts';

/** What a child has this year, with the people around it. */
export type Scene = { circle: Circle; year: Year & { name: string }; kept: Kept[]; apart: HouseholdId[] };

/** For who may find arrangements of this child. */
export async function sceneIn(db: Db, ctx: Ctx, pupil: PersonId): Promise<Scene | undefined> {
	const circle = await circleIn(db, ctx, pupil);
	if (!circle || !mayFind(circle, ctx.person.id)) return undefined;
	const year = await yearIn(db, ctx);
	const kept = await store.find(db, ctx, { pupils: [pupil], year: year.name });
	return { circle, year, kept, apart: apartIn(kept) };
}

/** The homes that have an arrangement of their own, or offer one. */
export function apartIn(kept: readonly Arrangement[]): HouseholdId[] {
	return kept.flatMap(({ home, state }) => (home && state !== 'withdrawn' ? [home] : []));
}

/** `ctx.person` at the arrangement, in the seats that are theirs. */
export function turnOf<Before extends Arrangement | Draft>(
	{ circle, apart }: Pick<Scene, 'circle' | 'apart'>,
	arrangement: Before,
	ctx: Ctx
): Turn<Before> {
	const { id: by } = ctx.person;
	const member = memberOf(circle, by);
	return {
		arrangement,
		seats: seatsOf(arrangement, circle, by, apart),
		party: (member && partyOf(member)) ?? 'child',
		parties: partiesOf(arrangement.home, circle, apart),
		...{ by, now: ctx.now }
	};
}
