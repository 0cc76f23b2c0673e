import * as families from '#modules/people/families.server.ts';
import { isSecondaryIn } from '#modules/people/schools.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { addDays, dayOf } from '#platform/time.ts';
import type { Ground } from './forecast.ts';
import * as offers from './offer.store.server.ts';
import { participantsIn } from './participants.server.ts';
import { mayPlan } from './round.access.ts';
import { groupDayOf, type Round } from './round.ts';
import * as store from './round.store.server.ts';
import { calendarIn } from '#modules/cycle/year/calendars.server.ts';
import { yearAfter, yearOn } from '#modules/cycle/year/school-year.ts';
import { findYears } from '#modules/cycle/year/year.store.server.ts';

/** All that the form of a round is reckoned with; of a round that is there also who takes part and what was offered. */
export function forecast(ctx: Ctx, id?: RoundId) {
	return read(ctx, async (db) => {
		const round = mayPlan(ctx) && id ? await store.find(db, ctx, id) : undefined;
		if (!mayPlan(ctx) || (id && !round)) return no('missing');
		return ok({ round, ground: await groundIn(db, ctx, round), secondary: await isSecondaryIn(db, ctx) });
	});
}

async function groundIn(db: Db, ctx: Ctx, round: Round | undefined): Promise<Ground> {
	const groups = await families.groupsIn(db, ctx);
	const ids = groups.map((group) => group.id);
	const today = dayOf(ctx.now);
	const drawn = round ? await participantsIn(db, ctx, round) : [];
	// A group of the year to come has its pupils and teachers from its first day on.
	const days = [...new Set(groups.map(({ startsOn }) => (startsOn > today ? addDays(startsOn, 1) : today)))];
	if (round) days.push(groupDayOf(round, ctx.now));
	const pupils = new Map<string, string>();
	const teaching = new Map<string, Ground['teaching'][number]>();
	for (const day of days) {
		for (const { id, group } of await families.pupilsOf(db, ctx, ids, day)) pupils.set(`${group.id} ${id}`, group.id);
		for (const one of await families.teachersOf(db, ctx, ids, day)) teaching.set(`${one.group} ${one.teacher}`, one);
	}
	const year = yearOn(today, await findYears(db, ctx));
	const calendars = [await calendarIn(db, ctx, year), await calendarIn(db, ctx, { name: yearAfter(year.name) })];
	return {
		groups: groups.map(({ id, name }) => ({
			...{ id, name },
			pupils: [...pupils.values()].filter((group) => group === id).length,
			drawn: drawn.filter(({ group }) => group.id === id).length
		})),
		teaching: [...teaching.values()],
		blocks: round
			? (await offers.findBlocks(db, ctx, round.id)).map(({ teacher, startsAt, endsAt }) => ({
					teacher,
					startsAt,
					endsAt
				}))
			: [],
		holidays: calendars.flatMap(({ holidays }) => holidays)
	};
}
