import { namesIn, personsIn } from '#modules/people/people.server.ts';
import { fullNameOf } from '#modules/people/person.ts';
import * as roundStore from '#modules/cycle/round.store.server.ts';
import type { Round } from '#modules/cycle/round.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId } from '#platform/ids.ts';
import { addDays, dayOf, momentOf, type Day, type Time } from '#platform/time.ts';
import { reach } from './calendar.ts';
import { becomesOff, isOff, type DaysOff, type Holiday } from './holiday.ts';
import * as store from './met.store.server.ts';

/** A talk that was agreed for a day on which school is closed: this family is asked for a new time. */
export type MetTalk = { booking: BookingId; child: string; guardian: string; teacher: string; startsAt: Date };
export type MetRound = { round: Round; offered: number; talks: MetTalk[] };

/** What of open rounds lies on a day that was open and becomes closed. Nothing of it is cancelled by itself. */
export function metByChangeIn(db: Db, ctx: Ctx, before: readonly Holiday[], after: readonly Holiday[]) {
	return metIn(db, ctx, reach(after), (day) => becomesOff(day, before, after));
}

/** Talks that stand on a day off as it is now. */
export function standingOnDaysOffIn(db: Db, ctx: Ctx, holidays: readonly DaysOff[]) {
	return metIn(db, ctx, reach(holidays), (day) => isOff(day, holidays));
}

async function metIn(db: Db, ctx: Ctx, span: DaysOff | undefined, isMet: (day: Day) => boolean): Promise<MetRound[]> {
	if (!span) return [];
	const midnight = '00:00' as Time;
	const between = [momentOf(span.firstDay, midnight), momentOf(addDays(span.lastDay, 1), midnight)] as const;
	const met = <T extends { startsAt: Date }>(times: T[]) => times.filter(({ startsAt }) => isMet(dayOf(startsAt)));
	const offered = met(await store.findOffered(db, ctx, ...between));
	const chosen = met(await store.findChosen(db, ctx, ...between));
	if (!offered.length && !chosen.length) return [];

	const rounds = await roundStore.findAll(db, ctx);
	const children = await personsIn(db, ctx, [...new Set(chosen.map(({ pupil }) => pupil))]);
	const names = await namesIn(db, ctx, [...new Set(chosen.flatMap(({ guardian, teacher }) => [guardian, teacher]))]);
	return rounds
		.map((round) => ({
			round,
			offered: offered.filter((time) => time.round === round.id).length,
			talks: chosen
				.filter((time) => time.round === round.id)
				.map(({ booking, pupil, guardian, teacher, startsAt }) => {
					const child = children.get(pupil);
					return {
						booking,
						child: child ? fullNameOf(child) : '',
						guardian: names.get(guardian) ?? '',
						teacher: names.get(teacher) ?? '',
						startsAt
					};
				})
		}))
		.filter((round) => round.offered || round.talks.length);
}
