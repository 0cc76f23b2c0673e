import { namesIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { changesOf } from './changes.server.ts';
import { delaysIn } from './delays.server.ts';
import { familyIn, type Family } from './families.server.ts';
import { routeOf, stagesOf, type Stage, type Station } from './route.ts';
import { byEvening, type Stop } from './stop.ts';
import { walkingIn } from './zones.server.ts';
import type { WayOut } from './way-out.ts';
import { waysOutIn } from './ways-out.server.ts';

/** A talk on the way of a family, as its page shows it. */
export type RouteStation = Station<Stop & { callName: string; teacherName: string }> & { stage: Stage };
export type EveningRoute = { day: Day; stations: RouteStation[]; ways: WayOut[] };

/** The way of the reader’s family through the school: all talks of all children in this round, an evening at a time. */
export function get(ctx: Ctx, id: RoundId) {
	return read(ctx, async (db) => {
		const version = await changesOf(db, ctx, id);
		const family = await familyIn(db, ctx, id);
		if (!family) return no('missing');
		const walking = await walkingIn(db, ctx);
		const evenings = await eveningsIn(db, ctx, family, walking);
		return ok({
			version,
			round: family.round,
			waiting: walking.waiting,
			isFamily: ctx.person.role === 'guardian',
			severalChildren: new Set(family.stops.map(({ pupil }) => pupil)).size > 1,
			evenings
		});
	});
}

async function eveningsIn(
	db: Db,
	ctx: Ctx,
	family: Family,
	walking: Awaited<ReturnType<typeof walkingIn>>
): Promise<EveningRoute[]> {
	const delays = await delaysIn(db, ctx, family.round.id);
	const teachers: PersonId[] = [...new Set(family.stops.map(({ teacher }) => teacher))];
	const names = await namesIn(db, ctx, teachers);
	const today = dayOf(ctx.now);
	const ways = await waysOutIn(db, ctx, family);
	const named = family.stops.map((stop) => ({
		...stop,
		callName: family.circles.get(stop.pupil)?.callName ?? '',
		teacherName: names.get(stop.teacher) ?? ''
	}));
	return byEvening(named).map(({ day, stops }) => {
		const route = routeOf(stops, day === today ? delays : [], walking, ctx.now);
		const stages = stagesOf(route, ctx.now);
		const stations = route.map((station, at) => ({ ...station, stage: stages[at]! }));
		return { day, stations, ways: day === today ? ways : [] };
	});
}
