import * as paces from '#modules/cycle/wishes/pace.store.server.ts';
import { wishesIn } from '#modules/cycle/wishes/wishes.server.ts';
import * as families from '#modules/people/families.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { forCallsIn } from './choices.server.ts';
import type { NewBlock } from './offer.input.ts';
import { enoughFor, slotsOf, teamsOf, type BlockId, type OfferCount } from './offer.ts';
import * as store from './offer.store.server.ts';
import { minutesOf } from './participant.ts';
import { mayOffer, mayOfferAlone } from './round.access.ts';
import { groupDayOf, isInWindow, takesOffers, type Round } from './round.ts';
import * as rounds from './round.store.server.ts';
import { talksIn } from './rounds.server.ts';

export type OfferReason =
	'missing' | 'round-closed' | 'outside-round' | 'past' | 'too-short' | 'overlaps-own' | 'has-bookings';

/** A teacher offers to talk from–to on one day. */
export function offer(ctx: Ctx, id: RoundId, input: NewBlock) {
	return change<BlockId, OfferReason, OfferReason>(
		ctx,
		async (db) => {
			const round = await myRound(db, ctx, id);
			if (!round) return no('missing');
			if (!takesOffers(round, ctx.now)) return no('round-closed');
			if (!isInWindow(round, input.startsAt)) return no('outside-round');
			if (input.startsAt <= ctx.now) return no('past');
			if (!slotsOf(input, round.minutes).length) return no('too-short');

			const location = input.location ? await store.locationNamed(db, ctx, input.location) : null;
			const block = { ...input, id: newId<BlockId>(), teacher: ctx.person.id, location };
			await store.addBlock(db, ctx, id, block);
			recordFact(db, ctx, 'offer.made', block.id, { round: id });
			return ok(block.id);
		},
		{ [conflicts.overlap]: 'overlaps-own' }
	);
}

/** Take a block back. With an agreed time in it the database refuses, also when that was agreed this very moment. */
export function withdraw(ctx: Ctx, id: RoundId, block: BlockId) {
	return change<undefined, OfferReason, OfferReason>(
		ctx,
		async (db) => {
			const round = await myRound(db, ctx, id);
			if (!round || !(await store.removeBlock(db, ctx, id, block))) return no('missing');
			recordFact(db, ctx, 'offer.withdrawn', block, { round: id });
			return ok(undefined);
		},
		{ [conflicts.dangling]: 'has-bookings' }
	);
}

/**
 * What a teacher sees of a round: their blocks, every talk of their groups, whether the offer is enough, and for the child
 * whose parent is on the phone the times that suit both.
 */
export function mine(ctx: Ctx, id: RoundId, child?: PersonId) {
	return read(ctx, async (db) => {
		const round = await myRound(db, ctx, id);
		if (!round) return no('missing');
		const { count, talks, lengths, colleagues } = await countMine(db, ctx, round);
		const fullNames = new Map(talks.map(({ pupil }) => [pupil.id, pupil.fullName]));
		const calls = await forCallsIn(db, ctx, round, [...fullNames.keys()]);
		const waiting = calls.filter(({ pupil, booking }) => pupil.id === child && !booking);
		return ok({
			round,
			count,
			lengths,
			colleagues,
			held: [...(await store.findHeld(db, ctx, id))],
			pace: (await paces.findPaces(db, ctx, id)).get(ctx.person.id) ?? null,
			blocks: await store.findBlocks(db, ctx, id, [ctx.person.id]),
			locations: (await store.findLocations(db, ctx)).map(({ name }) => name),
			talks: calls.map(({ times: _times, ...call }) => ({ ...call, fullName: fullNames.get(call.pupil.id) ?? '' })),
			call: waiting[0] && {
				pupil: waiting[0].pupil,
				guardians: waiting.flatMap(({ guardians }) => guardians),
				times: waiting[0].times()
			},
			open: takesOffers(round, ctx.now)
		});
	});
}
export type OwnOffer = Extract<Awaited<ReturnType<typeof mine>>, { ok: true }>['value'];

/** The rounds in which this teacher has groups, those that are over left out. */
export function myRounds(ctx: Ctx): Promise<{ round: Round & { of: string[] }; count: OfferCount }[]> {
	return read(ctx, async (db) => {
		if (ctx.person.role !== 'staff') return [];
		const found: { round: Round & { of: string[] }; count: OfferCount }[] = [];
		const names = new Map((await families.groupsIn(db, ctx)).map(({ id, name }) => [id, name]));
		for (const round of await rounds.findAll(db, ctx)) {
			if (!takesOffers(round, ctx.now) || !(await teachesIn(db, ctx, round))) continue;
			const of = round.groups.flatMap((group) => names.get(group) ?? []);
			found.push({ round: { ...round, of }, count: (await countMine(db, ctx, round)).count });
		}
		return found;
	});
}

/** For Today: rounds that still need times of this teacher and who shares their groups, or an evening. */
export async function offerNeeded(ctx: Ctx) {
	return (await myRounds(ctx)).filter(({ count }) => count.short > 0 || !count.evening);
}

/** What a teacher and who shares their groups must offer for, and what they do; a subject teacher offers for their own. */
async function countMine(db: Db, ctx: Ctx, round: Round) {
	const teaching = await families.teachersOf(db, ctx, round.groups, groupDayOf(round, ctx.now));
	const team = round.perTeacher
		? undefined
		: teamsOf(teaching).find(({ teachers }) => teachers.includes(ctx.person.id));
	const own = new Set(teaching.filter(({ teacher }) => teacher === ctx.person.id).map(({ group }) => group));
	const tied = round.perTeacher ? (await childrenIn(db, ctx)).map(({ id }) => id) : [];
	const all = await talksIn(db, ctx, { ...round, groups: team?.groups ?? round.groups });
	const mine = all.filter(({ pupil }) => own.has(pupil.group.id) || tied.includes(pupil.id));
	const blocks = await store.findBlocks(db, ctx, round.id, team?.teachers ?? [ctx.person.id]);
	const lengths = (round.perTeacher ? await askedOf(db, ctx, round, mine) : all).map(({ pupil }) =>
		minutesOf(round, pupil.group.id, pupil.part)
	);
	const names = new Map(teaching.map(({ teacher, name }) => [teacher, name]));
	return {
		count: enoughFor(lengths, blocks, round.minutes),
		lengths,
		talks: mine,
		colleagues: blocks
			.filter(({ teacher }) => teacher !== ctx.person.id)
			.map(({ teacher, startsAt, endsAt }) => ({ name: names.get(teacher) ?? '', startsAt, endsAt }))
	};
}

/** In a round per teacher: the talks for which a family named this one. */
async function askedOf<T extends { pupil: { id: PersonId } }>(db: Db, ctx: Ctx, round: Round, talks: readonly T[]) {
	const wishes = await wishesIn(db, ctx, round);
	const asked = wishes.flatMap(({ children }) =>
		children.filter(({ teachers }) => teachers.includes(ctx.person.id)).map(({ pupil }) => pupil)
	);
	return talks.filter(({ pupil }) => asked.includes(pupil.id));
}

/** The round for who offers times in it. */
export async function myRound(db: Db, ctx: Ctx, id: RoundId) {
	const round = await rounds.find(db, ctx, id);
	return round && (await teachesIn(db, ctx, round)) ? round : undefined;
}

async function teachesIn(db: Db, ctx: Ctx, round: Round) {
	if (mayOffer(ctx, await families.teachersOf(db, ctx, round.groups, groupDayOf(round, ctx.now)))) return true;
	if (!round.perTeacher) return false;
	const tied = (await childrenIn(db, ctx)).flatMap(({ group }) => group?.id ?? []);
	return mayOfferAlone(ctx, round.groups, tied);
}
