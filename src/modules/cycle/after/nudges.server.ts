import { talkersOf } from '#modules/people/circle.ts';
import { wholeCircleIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { addDays, dayOf, type Day } from '#platform/time.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import { isInvited } from '#modules/cycle/participant.ts';
import { isRunning, takesChoices, takesWishes, type Round } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { talksIn } from '#modules/cycle/rounds.server.ts';
import { wishesIn } from '#modules/cycle/wishes/wishes.server.ts';
import { dueStep, type Nudge, type NudgeId, type Waiting } from './nudge.ts';
import * as store from './nudge.store.server.ts';
import * as proposals from './proposal.store.server.ts';

/**
 * Take the next step towards each family that has not reacted, in rounds that run; to be called again and again, each step is
 * taken once. The answer: letters that are to be told in another way than before.
 */
export async function nudgeIn(db: Db, ctx: Ctx): Promise<NudgeId[]> {
	const letters: NudgeId[] = [];
	for (const round of await rounds.findAll(db, ctx)) {
		if (!asksFamilies(round) || !isRunning(round, ctx.now)) continue;
		for (const [nudge, waiting] of await waitingIn(db, ctx, round)) {
			const due = dueStep(round.remindAfter, waiting, dayOf(ctx.now));
			if (!due) continue;
			const id = newId<NudgeId>();
			const made = { ...nudge, ...due, id, round: round.id, because: waiting.because, madeOn: dayOf(ctx.now) };
			if ((await store.add(db, ctx, made)) && due.kind === 'letter') letters.push(id);
		}
	}
	return letters;
}

/** They can choose a time, or say when they can. */
function asksFamilies(round: Round) {
	return takesChoices(round) || takesWishes(round);
}

/** Children whose home said when it can, or that no talk is needed: an answer, whatever became of it. */
export async function answeredIn(db: Db, ctx: Ctx, round: Round): Promise<Set<PersonId>> {
	const wishes = round.mode === 'wishes' ? await wishesIn(db, ctx, round) : [];
	return new Set(wishes.flatMap(({ children }) => children.map(({ pupil }) => pupil)));
}

type Whose = Pick<Nudge, 'pupil' | 'household'>;

/** Families that were invited and have no time, and those whose time falls out and who did not answer. */
async function waitingIn(db: Db, ctx: Ctx, round: Round): Promise<[Whose, Waiting][]> {
	const opened = await store.findOpened(db, ctx, round.id);
	if (!opened) return [];
	const before = await store.findOfRound(db, ctx, round.id);
	const missed = await store.findMissed(db, ctx, round.id);
	const answered = await answeredIn(db, ctx, round);
	const asked = new Map((await proposals.findUnanswered(db, ctx, round.id)).map((one) => [one.booking, one]));
	return (await talksIn(db, ctx, round)).flatMap(({ pupil, talk, booking }): [Whose, Waiting][] => {
		if (!talk.guardians.length || !isInvited(round, pupil.part, ctx.now)) return [];
		const whose = { pupil: pupil.id, household: talk.household };
		const mine = before.filter((one) => one.pupil === whose.pupil && one.household === whose.household);
		const proposal = booking && asked.get(booking.id);
		if (proposal) {
			const wantsCall = proposal.state === 'declined';
			return [[whose, { since: dayOf(proposal.madeAt), because: 'proposed', wantsCall, before: mine }]];
		}
		if (booking || answered.has(pupil.id)) return [];
		const since = latest(invitedOn(round, pupil.part.first, opened), missed.get(pupil.id));
		return [[whose, { since, because: 'invited', before: mine }]];
	});
}

function invitedOn({ firstUntil }: Round, first: boolean, opened: Day): Day {
	return first || !firstUntil ? opened : latest(opened, addDays(firstUntil, 1));
}

function latest(one: Day, other: Day | undefined): Day {
	return other && other > one ? other : one;
}

/** For the letter: to whom, and about whom. Undefined: they have a time by now, or the round is over. */
export async function nudgeForMessage(db: Db, ctx: Ctx, id: NudgeId) {
	const nudge = await store.find(db, ctx, id);
	const round = nudge && (await rounds.find(db, ctx, nudge.round));
	if (!round || !asksFamilies(round) || !isRunning(round, ctx.now)) return undefined;
	if ((await answeredIn(db, ctx, round)).has(nudge.pupil)) return undefined;
	const booked = await bookings.findBooked(db, ctx, round.id, [nudge.pupil]);
	if (booked.some(({ household }) => household === nudge.household || household === null)) return undefined;
	const circle = await wholeCircleIn(db, ctx, nudge.pupil);
	const there = circle && talkersOf(circle).filter((one) => !nudge.household || one.household === nudge.household);
	if (!circle || !there) return undefined;
	// One letter a home.
	const homes = new Map(there.toReversed().map(({ household, person }) => [household, person]));
	return { round, pupil: nudge.pupil, callName: circle.callName, guardians: [...homes.values()] };
}
