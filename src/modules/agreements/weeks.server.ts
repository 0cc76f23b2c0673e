import { circleIn, notePage } from '#modules/people/circles.server.ts';
import { householdsOf, memberOf } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { scenesIn } from './scene.server.ts';
import { weekOf } from './week.ts';

type Asked = { pupil: PersonId; home?: HouseholdId; day?: Day };

/** The week of one child in one home: of the reader's own home, unless another of its homes is asked for. */
export function week(ctx: Ctx, { pupil, home, day }: Asked) {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		if (!circle) return no('missing');
		notePage(ctx, pupil);
		const homes = householdsOf(circle).map(({ household, guardians }) => ({
			household,
			names: guardians.map(({ name }) => name)
		}));
		const mine = memberOf(circle, ctx.person.id)?.household;
		const shown = homes.find(({ household }) => household === (home ?? mine)) ?? homes[0];
		const scenes = await scenesIn(db, ctx, { pupils: [pupil], states: ['agreed'] });
		return ok({
			callName: circle.callName,
			homes,
			home: shown ?? null,
			week: weekOf(scenes, ctx.person.id, shown?.household ?? null, day ?? dayOf(ctx.now), ctx.now)
		});
	});
}
