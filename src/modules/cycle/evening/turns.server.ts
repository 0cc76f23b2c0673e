import { groupDayOf, type Round } from '#modules/cycle/round.ts';
import type { Ctx } from '#platform/ctx.ts';
import * as families from '#modules/people/families.server.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { changesOf } from './changes.server.ts';
import { delaySteps, hasEnded, minutesLate, runLate } from './delay.ts';
import { delaysIn } from './delays.server.ts';
import { routeOf } from './route.ts';
import { byEvening, type Stop } from './stop.ts';
import * as store from './stop.store.server.ts';
import { talksOfIn } from './teachers.server.ts';
import { atTheDoor, turnsOf } from './turn.ts';
import { walkingIn } from './zones.server.ts';

/** A talk on a teacher’s list: names and a time, no content. */
export type ListedTalk = Stop & { fullName: string; group: string; guardians: string[] };

/** What a teacher has at hand during an evening of this round: who comes when, and who is next. */
export function mine(ctx: Ctx, id: RoundId, wanted?: Day) {
	return read(ctx, async (db) => {
		const version = await changesOf(db, ctx, id);
		const found = await talksOfIn(db, ctx, id);
		if (!found) return no('missing');
		const { round, stops } = found;
		const evenings = byEvening(stops);
		const today = dayOf(ctx.now);
		const days = evenings.map(({ day }) => day);
		const day = days.find((each) => each === wanted) ?? days.find((each) => each >= today) ?? days.at(-1) ?? null;
		const shown = await named(db, ctx, round, evenings.find((each) => each.day === day)?.stops ?? []);
		const late = minutesLate(await delaysIn(db, ctx, id), ctx.person.id);
		const ends = shown.at(-1)?.endsAt;
		const isNow = day === today && ends !== undefined && !hasEnded({ to: ends }, late, ctx.now);
		const door: { now?: ListedTalk; next?: ListedTalk } = isNow ? atTheDoor(shown, late, ctx.now) : {};
		return ok({
			version,
			round,
			days,
			day,
			turns: turnsOf(shown),
			late: isNow ? late : 0,
			isNow,
			canRunLate: isNow && runLate({ from: shown[0]!.startsAt, to: ends }, late + delaySteps[0], ctx.now).ok,
			isToday: day === today,
			...door,
			heldUp: door.next ? await heldUpIn(db, ctx, id, door.next) : 0
		});
	});
}
export type EveningList = Extract<Awaited<ReturnType<typeof mine>>, { ok: true }>['value'];

async function named(db: Db, ctx: Ctx, round: Round, stops: readonly Stop[]): Promise<ListedTalk[]> {
	if (!stops.length) return [];
	const only = [...new Set(stops.map(({ pupil }) => pupil))];
	const pupils = await families.pupilsOf(db, ctx, round.groups, groupDayOf(round, ctx.now), only);
	return stops.map((stop) => {
		const pupil = pupils.find(({ id }) => id === stop.pupil);
		const guardians = pupil?.guardians.filter(({ household }) => !stop.household || household === stop.household);
		return {
			...stop,
			fullName: pupil?.fullName ?? '',
			group: pupil?.group.name ?? '',
			guardians: guardians?.map(({ name }) => name) ?? []
		};
	});
}

/** How many minutes later this child’s people come, since a talk they have before it runs late. */
async function heldUpIn(db: Db, ctx: Ctx, id: RoundId, talk: Stop): Promise<number> {
	const stops = (await store.findStops(db, ctx, id, { pupils: [talk.pupil] })).filter(
		({ startsAt, household }) =>
			dayOf(startsAt) === dayOf(talk.startsAt) && (!household || !talk.household || household === talk.household)
	);
	const route = routeOf(stops, await delaysIn(db, ctx, id), await walkingIn(db, ctx), ctx.now);
	const before = route[route.findIndex((station) => station.id === talk.id) - 1];
	return before?.leg?.short ?? 0;
}
