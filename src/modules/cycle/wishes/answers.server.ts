import { findBlocks } from '#modules/cycle/offer.store.server.ts';
import { invitedOf } from '#modules/cycle/participants.server.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { isOver, takesWishes, type Round } from '#modules/cycle/round.ts';
import { householdsOf, memberOf, talkersOf, type Circle } from '#modules/people/circle.ts';
import { wholeCirclesIn } from '#modules/people/circles.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import { wishesIn as profilesIn } from '#modules/people/profiles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { HouseholdId, PersonId, RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import * as suggestions from './suggestion.store.server.ts';
import { mayAnswer, mayAnswerFor } from './wish.access.ts';
import * as store from './wish.store.server.ts';
import { partsOf, type FamilyWish, type OfferedPart } from './wish.ts';
import { teachersOf } from './wishes.server.ts';

export type WishChild = {
	pupil: PersonId;
	callName: string;
	/** With whom of school they can talk, and whom school suggests. */
	teachers: { id: PersonId; name: string; suggested: boolean }[];
	/** Parents apart each have their own talk, or may ask for it. */
	ownTalk: 'asked' | 'possible' | 'no';
};

/** What a home is asked, and what it said before. */
export type Asked = {
	round: Round;
	children: WishChild[];
	parts: OfferedPart[];
	said: FamilyWish | null;
	/** The version on the screen. */
	seen: number;
	open: boolean;
	/** From the profile of who answers: a beginning, never more. */
	profile: { interpreter: string; callWhen: string };
};

/** All children of this guardian who are invited, on one page. */
export function forFamily(ctx: Ctx, id: RoundId) {
	return read(ctx, async (db) => {
		const round = ctx.person.role === 'guardian' ? await rounds.find(db, ctx, id) : undefined;
		if (!round || round.mode !== 'wishes') return no('missing');
		const children = await invitedOf(db, ctx, round, await childrenIn(db, ctx));
		const circles = await wholeCirclesIn(
			db,
			ctx,
			children.map((child) => child.id)
		);
		const mine = [...circles.values()].filter((circle) => {
			const reader = memberOf(circle, ctx.person.id);
			return reader && mayAnswer(reader);
		});
		if (!mine.length) return no('missing');
		const homes = mine.flatMap((circle) => memberOf(circle, ctx.person.id)?.household ?? []);
		const profile = (await profilesIn(db, ctx, [ctx.person.id])).get(ctx.person.id);
		const { interpreter, callWhen } = profile ?? { interpreter: '', callWhen: '' };
		return ok({ ...(await askedIn(db, ctx, round, mine, homes)), profile: { interpreter, callWhen } });
	});
}

/** The same for one home of the teacher's children, which answers on paper or by phone. */
export function forHome(ctx: Ctx, id: RoundId, household: HouseholdId) {
	return read(ctx, async (db) => {
		const { round, circles } = await ownIn(db, ctx, id);
		const here = circles.filter((circle) => talkersOf(circle).some((one) => one.household === household));
		if (!round || !here.length) return no('missing');
		const guardians = [...new Set(here.flatMap((circle) => namesAt(circle, household)))];
		const asked = await askedIn(db, ctx, round, here, [household]);
		return ok({ ...asked, guardians, profile: { interpreter: '', callWhen: '' } });
	});
}

/** Of these children of `ctx.person`, those about whom their home said nothing yet in this round. */
export async function unansweredIn<C extends { id: PersonId }>(
	db: Db,
	ctx: Ctx,
	round: Round,
	children: readonly C[]
): Promise<C[]> {
	if (!children.length) return [];
	const ids = children.map(({ id }) => id);
	const circles = await wholeCirclesIn(db, ctx, ids);
	const said = await store.findWishes(db, ctx, round.id);
	return children.filter(({ id }) => {
		const circle = circles.get(id);
		const reader = circle && memberOf(circle, ctx.person.id);
		const answered = said.find(({ household }) => household === reader?.household)?.children ?? [];
		return reader && mayAnswer(reader) && !answered.some(({ pupil }) => pupil === id);
	});
}

export type HomeState = {
	household: HouseholdId;
	guardians: string[];
	children: string[];
	answeredAt: Date | null;
	bySchool: boolean;
	/** What they wrote for the teacher, by child. */
	notes: { callName: string; note: string }[];
};

/** The homes of the teacher's children in a round of wishes: who answered, and who may like to be asked once more. */
export function homesOfMine(ctx: Ctx, id: RoundId) {
	return read(ctx, async (db) => {
		const { round, circles } = await ownIn(db, ctx, id);
		if (!round || !circles.length) return no('missing');
		const wishes = new Map((await store.findWishes(db, ctx, id)).map((wish) => [wish.household, wish]));
		const homes = new Set(circles.flatMap((circle) => talkersOf(circle).flatMap((one) => one.household ?? [])));
		const states = [...homes].map((household): HomeState => {
			const here = circles.filter((circle) => talkersOf(circle).some((one) => one.household === household));
			const said = wishes.get(household);
			return {
				household,
				guardians: [...new Set(here.flatMap((circle) => namesAt(circle, household)))],
				children: here.map(({ callName }) => callName),
				answeredAt: said?.answeredAt ?? null,
				bySchool: said?.bySchool ?? false,
				notes: here.flatMap(({ pupil, callName }) => {
					const note = said?.children.find((child) => child.pupil === pupil)?.note;
					return note ? [{ callName, note }] : [];
				})
			};
		});
		return ok({ round, homes: states, open: takesWishes(round) && !isOver(round, ctx.now) });
	});
}

async function ownIn(db: Db, ctx: Ctx, id: RoundId): Promise<{ round?: Round; circles: Circle[] }> {
	const round = ctx.person.role === 'staff' ? await rounds.find(db, ctx, id) : undefined;
	if (round?.mode !== 'wishes') return { circles: [] };
	const children = await invitedOf(db, ctx, round, await childrenIn(db, ctx));
	const ids = children.map((child) => child.id);
	const circles = [...(await wholeCirclesIn(db, ctx, ids)).values()].filter((circle) => {
		const reader = memberOf(circle, ctx.person.id);
		return reader && mayAnswerFor(reader);
	});
	return { round, circles };
}

async function askedIn(db: Db, ctx: Ctx, round: Round, circles: readonly Circle[], homes: readonly HouseholdId[]) {
	const said = await store.findWishes(db, ctx, round.id, [...new Set(homes)]);
	const teachers = [...new Set(circles.flatMap(teachersOf))];
	const blocks = await findBlocks(db, ctx, round.id, teachers);
	const ownTalks = await rounds.findOwnTalks(db, ctx, round.id);
	const suggested = await suggestions.findSuggested(
		db,
		ctx,
		round.id,
		circles.map(({ pupil }) => pupil)
	);
	return {
		round,
		parts: partsOf(blocks.filter(({ startsAt }) => startsAt > ctx.now)),
		said: said[0] ? aboutOnly(said[0], circles) : null,
		seen: said.reduce((sum, { version }) => sum + version, 0),
		open: takesWishes(round) && !isOver(round, ctx.now),
		children: circles.map((circle): WishChild => {
			const apart = householdsOf(circle).length > 1;
			return {
				pupil: circle.pupil,
				callName: circle.callName,
				ownTalk: ownTalks.includes(circle.pupil) ? 'asked' : apart ? 'possible' : 'no',
				teachers: circle.members
					.filter(({ role, teaches }) => role === 'staff' && teaches)
					.map(({ person, name }) => ({
						...{ id: person, name },
						suggested: suggested.get(circle.pupil)?.includes(person) ?? false
					}))
			};
		})
	};
}

/** What a home wrote about a brother in another group is no business of this teacher. */
function aboutOnly(said: FamilyWish, circles: readonly Circle[]): FamilyWish {
	const here = circles.map(({ pupil }) => pupil);
	return { ...said, children: said.children.filter(({ pupil }) => here.includes(pupil)) };
}

function namesAt(circle: Circle, household: HouseholdId) {
	return talkersOf(circle)
		.filter((guardian) => guardian.household === household)
		.map(({ name }) => name);
}
