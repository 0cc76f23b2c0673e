import { participantsIn } from '#modules/cycle/participants.server.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import { findBlocks } from '#modules/cycle/offer.store.server.ts';
import { groupDayOf, type Round } from '#modules/cycle/round.ts';
import { findOwnTalks } from '#modules/cycle/round.store.server.ts';
import { paceIn, wishesIn } from '#modules/cycle/wishes/wishes.server.ts';
import * as families from '#modules/people/families.server.ts';
import { namesIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { addDays } from '#platform/time.ts';
import type { Board } from './board.ts';
import * as store from './board.store.server.ts';
import { problemOf, type Problem } from './problem.ts';
import type { Situation, Standing } from './situation.ts';
import { momentAt } from './span.ts';
import { findConceded } from './step.store.server.ts';
import { talkKey } from './talk-key.ts';

export type Pupils = Awaited<ReturnType<typeof participantsIn>>;
export type Laid = {
	round: Round;
	board: Board;
	pupils: Pupils;
	/** Of staff. */
	names: Map<PersonId, string>;
	situation: Situation;
	problem: Problem;
	standing: Standing[];
};

/** Everything that the plan of a round depends on, as it is now, in a handful of queries however large the school. */
export async function laidOutIn(db: Db, ctx: Ctx, round: Round, board: Board): Promise<Laid> {
	const pupils = await participantsIn(db, ctx, round);
	const teaching = await families.teachersOf(db, ctx, round.groups, groupDayOf(round, ctx.now));
	const blocks = await findBlocks(db, ctx, round.id);
	const homes = await wishesIn(db, ctx, round);
	const standing = await standingIn(db, ctx, round);
	const asked = homes.flatMap(({ children }) => children.flatMap((child) => child.teachers));
	const thirds = pupils.flatMap(({ part }) => part.third ?? []);
	const staff = new Set([...teaching.map(({ teacher }) => teacher), ...blocks.map(({ teacher }) => teacher)]);
	const people = [
		...new Set([...staff, ...asked, ...thirds, ...pupils.map(({ id }) => id)]),
		...new Set(pupils.flatMap(({ guardians }) => guardians.map(({ id }) => id)))
	];
	const [from, to] = [momentAt(round.firstDay, 0), momentAt(addDays(round.lastDay, 1), 0)];
	const situation: Situation = {
		round,
		pupils,
		ownTalks: await findOwnTalks(db, ctx, round.id),
		teaching,
		blocks,
		paces: await paceIn(db, ctx, round),
		homes,
		occupied: await store.findElsewhere(db, ctx, round.id, people, from, to),
		standing,
		conceded: await findConceded(db, ctx, board),
		sliders: board.sliders,
		now: ctx.now
	};
	const names = await namesIn(db, ctx, [...new Set([...staff, ...asked, ...thirds])]);
	return { round, board, pupils, names, situation, problem: problemOf(situation), standing };
}

/** What stands on the board; once the plan is published, what is agreed. */
async function standingIn(db: Db, ctx: Ctx, round: Round): Promise<Standing[]> {
	if (round.state === 'open' || round.state === 'draft') return store.findStanding(db, ctx, round.id);
	const booked = await bookings.findBooked(db, ctx, round.id);
	const perTeacher = round.perTeacher;
	return booked.map(({ pupil, household, teacher, startsAt }) => ({
		talk: talkKey(pupil, household, perTeacher ? teacher : null),
		teacher,
		startsAt,
		locked: false
	}));
}
