import { memberOf, talkersOf } from '#modules/people/circle.ts';
import { wholeCirclesIn } from '#modules/people/circles.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import * as profiles from '#modules/people/profiles.server.ts';
import * as pupils from '#modules/people/pupils.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { no, ok } from '#platform/outcome.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import { isRunning } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { call as decide, outcomesIn, type CallOutcome, type Nudge, type NudgeId, type NudgeRefusal } from './nudge.ts';
import * as store from './nudge.store.server.ts';
import { answeredIn } from './nudges.server.ts';
import * as proposals from './proposal.store.server.ts';

export type CallReason = 'missing' | NudgeRefusal;

/** Whom to call, for who teaches the child: families that have no time yet, or whose time falls out. Who reacted since is gone. */
export function calls(ctx: Ctx) {
	return read(ctx, (db) => callsIn(db, ctx));
}
export type Call = Awaited<ReturnType<typeof callsIn>>[number];

async function callsIn(db: Db, ctx: Ctx) {
	if (!isStaff(ctx)) return [];
	const children = (await childrenIn(db, ctx)).map(({ id }) => id);
	const open = children.length ? await store.findCalls(db, ctx, children) : [];
	const circles = await wholeCirclesIn(db, ctx, [...new Set(open.map(({ pupil }) => pupil))]);
	const found = [];
	for (const nudge of open) {
		const circle = circles.get(nudge.pupil);
		const round = circle && (await stillWaitsIn(db, ctx, nudge));
		if (!circle || !round || !memberOf(circle, ctx.person.id)?.teaches) continue;
		const there = talkersOf(circle).filter((one) => !nudge.household || one.household === nudge.household);
		const guardians = there.map(({ person, name }) => ({ person, name }));
		const { kind: talks, lastDay } = round;
		found.push({ ...nudge, callName: circle.callName, guardians, talks, lastDay, outcomes: outcomesIn(round) });
	}
	return found;
}

/** One of them, with the number and how they like to be called. */
export async function call(ctx: Ctx, id: NudgeId) {
	const found = (await calls(ctx)).find((one) => one.id === id);
	if (!found) return no('missing');
	const page = await pupils.get(ctx, found.pupil);
	const homes = page.ok ? page.value.homes.flatMap((home) => home.guardians) : [];
	const wishes = await profiles.ofFamily(ctx, found.pupil);
	const isThere = (one: string) => found.guardians.some(({ person }) => person === one);
	const numbers = homes.filter(({ person }) => isThere(person)).map(({ person, mobile }) => ({ person, mobile }));
	return ok({ ...found, numbers, wishes: wishes.filter(({ person }) => isThere(person)) });
}

/** It was done, and this came of it. */
export function done(ctx: Ctx, id: NudgeId, outcome: CallOutcome) {
	return change<undefined, CallReason>(ctx, async (db) => {
		const nudge = (await callsIn(db, ctx)).find((one) => one.id === id);
		const round = nudge && (await rounds.find(db, ctx, nudge.round));
		if (!round) return no('missing');
		const decided = decide(nudge, round, outcome);
		if (!decided.ok) return decided;
		if (!(await store.done(db, ctx, id, decided.value))) return no('wrong-state');
		recordFact(db, ctx, 'family.called', id, { round: nudge.round, pupil: nudge.pupil });
		return ok(undefined);
	});
}

async function stillWaitsIn(db: Db, ctx: Ctx, { round: id, pupil, household, because }: Nudge) {
	const round = await rounds.find(db, ctx, id);
	if (!round || !isRunning(round, ctx.now)) return undefined;
	const booked = (await bookings.findBooked(db, ctx, id, [pupil])).find(
		(one) => one.household === household || one.household === null
	);
	if (because === 'invited') return booked || (await answeredIn(db, ctx, round)).has(pupil) ? undefined : round;
	const asked = await proposals.findUnanswered(db, ctx, id);
	return asked.some(({ booking }) => booking === booked?.id) ? round : undefined;
}
