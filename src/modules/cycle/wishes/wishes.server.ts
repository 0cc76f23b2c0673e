import { householdsOf, memberOf, talkersOf, type Circle, type Member } from '#modules/people/circle.ts';
import { circleIn } from '#modules/people/circles.server.ts';
import { invitedOf } from '#modules/cycle/participants.server.ts';
import type { Round } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { HouseholdId, PersonId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Pace } from './pace.ts';
import * as paces from './pace.store.server.ts';
import { mayAnswer, mayAnswerFor } from './wish.access.ts';
import * as store from './wish.store.server.ts';
import * as rules from './wish.ts';

export type WishReason = 'missing' | 'refused' | rules.WishRefusal;

/** A wish with the version that was on the screen: 0 when nothing had been said. */
export type NewWish = rules.Wish & {
	seen: number;
	/** Children about whom this home would like a talk of its own, apart from the other home. */
	ownTalks?: readonly PersonId[];
};

/** What the homes of a round said, for the planner; nobody's page. Who did not answer is not in it and could come at any time. */
export async function wishesIn(db: Db, ctx: Ctx, { id }: Pick<Round, 'id'>): Promise<rules.FamilyWish[]> {
	const wishes = await store.findWishes(db, ctx, id);
	return wishes.map((wish) => ({ ...wish, times: rules.cut(wish) }));
}

/** How the teachers of a round keep it up; who said nothing is not in it. */
export function paceIn(db: Db, ctx: Ctx, { id }: Pick<Round, 'id'>): Promise<Map<PersonId, Pace>> {
	return paces.findPaces(db, ctx, id);
}

/** A guardian says when and how their home would like to talk, about all children of that home at once. */
export function answer(ctx: Ctx, id: RoundId, wish: NewWish): Promise<Outcome<undefined, WishReason>> {
	return settle(ctx, id, wish, { may: mayAnswer, homeOf: (_circle, { household }) => household, bySchool: false });
}

/** A teacher types in what a home says on paper or by phone. */
export function answerFor(
	ctx: Ctx,
	id: RoundId,
	household: HouseholdId,
	wish: NewWish
): Promise<Outcome<undefined, WishReason>> {
	const livesHere = (circle: Circle) => talkersOf(circle).some((guardian) => guardian.household === household);
	const homeOf = (circle: Circle) => (livesHere(circle) ? household : null);
	return settle(ctx, id, wish, { may: mayAnswerFor, homeOf, bySchool: true });
}

type Hand = {
	may: (reader: Member) => boolean;
	homeOf: (circle: Circle, reader: Member) => HouseholdId | null;
	bySchool: boolean;
};

function settle(ctx: Ctx, id: RoundId, { seen, ownTalks = [], ...wish }: NewWish, { may, homeOf, bySchool }: Hand) {
	return change<undefined, WishReason, WishReason>(
		ctx,
		async (db) => {
			const round = await rounds.find(db, ctx, id);
			const seats = round && (await seatsIn(db, ctx, round, wish.children));
			if (!round || !seats?.length) return no('missing');
			if (!seats.every(({ reader }) => may(reader))) return no('refused');
			const homes = Map.groupBy(seats, ({ circle, reader }) => homeOf(circle, reader));
			if (homes.has(null)) return no('missing');

			const households = [...homes.keys()].filter((home) => home !== null);
			const before = new Map(
				(await store.findWishes(db, ctx, id, households)).map((one) => [one.household, one.version])
			);
			const version = households.reduce((sum, home) => sum + (before.get(home) ?? 0), 0);
			const teachers = new Map(seats.map(({ circle }) => [circle.pupil, teachersOf(circle)]));
			const decided = rules.answer(round, wish, seen, { version, teachers }, ctx.now);
			if (!decided.ok) return decided;
			for (const household of households) {
				const here = homes.get(household)!.map(({ circle }) => circle.pupil);
				const children = decided.value.children.filter(({ pupil }) => here.includes(pupil));
				const said = { household, version: before.get(household) ?? 0, bySchool };
				if (!(await store.save(db, ctx, id, { ...said, wish: { ...decided.value, children } }))) return no('changed');
			}
			for (const { circle } of seats) {
				if (!ownTalks.includes(circle.pupil) || householdsOf(circle).length < 2) continue;
				await rounds.addOwnTalk(db, ctx, id, circle.pupil);
				recordFact(db, ctx, 'round.parted', id, { round: id, pupil: circle.pupil });
			}
			for (const { pupil } of wish.children) recordFact(db, ctx, 'wish.answered', id, { round: id, pupil });
			return ok(undefined);
		},
		{ [conflicts.double]: 'changed' }
	);
}

/** From which seat `ctx.person` looks at each of these children. Undefined: one of them is not theirs, or not in this round. */
async function seatsIn(db: Db, ctx: Ctx, round: Round, children: readonly { pupil: PersonId }[]) {
	const seats: { circle: Circle; reader: Member }[] = [];
	for (const { pupil } of children) {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!reader) return undefined;
		seats.push({ circle, reader });
	}
	const invited = await invitedOf(
		db,
		ctx,
		round,
		seats.map(({ circle }) => ({ id: circle.pupil, group: circle.group }))
	);
	return invited.length === seats.length ? seats : undefined;
}

/** With whom of school a family can talk about a child. */
export function teachersOf(circle: Circle): PersonId[] {
	return circle.members.filter(({ role }) => role === 'staff').map(({ person }) => person);
}
