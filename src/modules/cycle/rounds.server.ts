import * as families from '#modules/people/families.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { GroupId, PersonId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { drawIn } from '#modules/cycle/arrangements/draws.server.ts';
import * as bookings from './booking.store.server.ts';
import { enough, teamsOf, type OfferCount } from './offer.ts';
import * as offers from './offer.store.server.ts';
import { partAsWishedIn } from './own-talks.server.ts';
import { participantsIn } from './participants.server.ts';
import { mayPlan } from './round.access.ts';
import type { NewRound } from './round.input.ts';
import * as rules from './round.ts';
import * as store from './round.store.server.ts';
import { bookingOf, talksFor } from './talk.ts';

export type RoundReason = 'missing' | rules.RoundRefusal;

/** All rounds, for the office; `of`: the names of the groups they are for. */
export function list(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!mayPlan(ctx)) return no('missing');
		const names = new Map((await families.groupsIn(db, ctx)).map(({ id, name }) => [id, name]));
		const found = await store.findAll(db, ctx);
		return ok(found.map((round) => ({ ...round, of: round.groups.flatMap((group) => names.get(group) ?? []) })));
	});
}

/** The groups a round can be for. */
export function groups(ctx: Ctx) {
	return read(ctx, async (db) => (mayPlan(ctx) ? ok(await families.groupsIn(db, ctx)) : no('missing')));
}

/** Make a round; nobody is invited until it is opened. */
export function plan(ctx: Ctx, input: NewRound) {
	return change(ctx, async (db) => {
		const known = mayPlan(ctx) ? (await families.groupsIn(db, ctx)).map(({ id }) => id) : [];
		if (!input.groups.length || !input.groups.every((group) => known.includes(group))) return no('missing');
		const round: rules.Round = { ...rules.plain, ...input, id: newId<RoundId>(), state: 'draft' };
		await store.add(db, ctx, round);
		await drawIn(db, ctx, round);
		recordFact(db, ctx, 'round.planned', round.id, { round: round.id });
		return ok(round);
	});
}

export type AlterReason = 'missing' | rules.AlterRefusal;

/** Set a round otherwise: a draft in everything, one that families know only where it breaks nothing for them. */
export function alter(ctx: Ctx, id: RoundId, input: NewRound): Promise<Outcome<undefined, AlterReason>> {
	return change<undefined, AlterReason>(ctx, async (db) => {
		const round = mayPlan(ctx) ? await store.find(db, ctx, id) : undefined;
		if (!round) return no('missing');
		const known = [...(await families.groupsIn(db, ctx)).map((group) => group.id), ...round.groups];
		if (!input.groups.every((group) => known.includes(group))) return no('missing');
		const altered = rules.alter(round, { ...rules.plain, ...input });
		if (!altered.ok) return altered;
		const blocks = await offers.findBlocks(db, ctx, id);
		if (!blocks.every(({ startsAt }) => rules.isInWindow(altered.value, startsAt))) return no('offers-outside');
		if (!(await store.save(db, ctx, altered.value))) return no('wrong-state');
		recordFact(db, ctx, 'round.altered', id, { round: id });
		return ok(undefined);
	});
}

export function open(ctx: Ctx, id: RoundId) {
	return move(ctx, id, 'round.opened', (round) => rules.open(round, ctx.now), partAsWishedIn);
}

export function close(ctx: Ctx, id: RoundId) {
	return move(ctx, id, 'round.closed', rules.close);
}

/** Read once, decide, write once. */
function move(
	ctx: Ctx,
	id: RoundId,
	fact: string,
	decide: (round: rules.Round) => Outcome<rules.Round, rules.RoundRefusal>,
	andThen?: (db: Db, ctx: Ctx, round: rules.Round) => Promise<void>
) {
	return change<rules.Round, RoundReason>(ctx, async (db) => {
		const round = mayPlan(ctx) ? await store.find(db, ctx, id) : undefined;
		if (!round) return no('missing');
		const decided = decide(round);
		if (!decided.ok) return decided;
		if (!(await store.saveState(db, ctx, decided.value, round.state))) return no('wrong-state');
		await andThen?.(db, ctx, decided.value);
		recordFact(db, ctx, fact, id, { round: id });
		return decided;
	});
}

export type GroupState = {
	name: string;
	talks: number;
	booked: number;
	/** Families that have no time yet: a next step for school, no arrears (handbook P9). */
	toInvite: { fullName: string; guardians: string[] }[];
};
export type TeamState = { groups: string[]; teachers: string[]; count: OfferCount };

/** How a round stands: per group who has a time, per team whether it offers enough. Names and times, no content. */
export function overview(ctx: Ctx, id: RoundId) {
	return read(ctx, async (db) => {
		const round = mayPlan(ctx) ? await store.find(db, ctx, id) : undefined;
		return round ? ok({ round, ...(await standOf(db, ctx, round)) }) : no('missing');
	});
}

/** Every talk that the round needs, with the time agreed for it. */
export async function talksIn(db: Db, ctx: Ctx, round: rules.Round, only?: readonly PersonId[]) {
	const pupils = await participantsIn(db, ctx, round, only);
	const ownTalks = await store.findOwnTalks(db, ctx, round.id);
	const booked = await bookings.findBooked(db, ctx, round.id, only);
	return pupils.flatMap((pupil) =>
		talksFor(pupil.id, pupil.guardians, ownTalks.includes(pupil.id)).map((talk) => ({
			pupil,
			talk,
			booking: bookingOf(talk, booked)
		}))
	);
}

async function standOf(db: Db, ctx: Ctx, round: rules.Round) {
	const talks = await talksIn(db, ctx, round);
	const teaching = await families.teachersOf(db, ctx, round.groups, rules.groupDayOf(round, ctx.now));
	const blocks = await offers.findBlocks(db, ctx, round.id);
	const names = new Map((await families.groupsIn(db, ctx)).map((group) => [group.id as string, group.name]));
	const ordered = [...names.keys()].filter((group) => round.groups.some((one) => one === group));
	const nameOfGroup = (group: string) => names.get(group) ?? '';

	const groupStates: GroupState[] = ordered.map((group) => {
		const here = talks.filter(({ pupil }) => pupil.group.id === group);
		const waiting = here.filter(({ booking }) => !booking);
		return {
			name: nameOfGroup(group),
			talks: here.length,
			booked: here.length - waiting.length,
			toInvite: waiting.map(({ pupil, talk }) => ({
				fullName: pupil.fullName,
				guardians: pupil.guardians.filter(({ id }) => talk.guardians.includes(id)).map(({ name }) => name)
			}))
		};
	});

	const pairs = round.groups.flatMap((group): { group: GroupId; teacher: PersonId | null; name: string }[] => {
		const teachers = teaching.filter((one) => one.group === group);
		return teachers.length ? teachers : [{ group, teacher: null, name: '' }];
	});
	const teams: TeamState[] = teamsOf(pairs).map((team) => ({
		groups: ordered.filter((group) => team.groups.some((one) => one === group)).map(nameOfGroup),
		teachers: [
			...new Set(pairs.filter((one) => one.teacher && team.teachers.includes(one.teacher)).map((one) => one.name))
		],
		count: enough(
			talks.filter(({ pupil }) => team.groups.includes(pupil.group.id)).length,
			blocks.filter(({ teacher }) => team.teachers.includes(teacher)),
			round.minutes
		)
	}));
	return { groups: groupStates, teams };
}
