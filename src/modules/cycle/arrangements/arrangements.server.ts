import { memberOf, talkersOf } from '#modules/people/circle.ts';
import { noteChangeIn } from '#modules/conversations/changes.server.ts';
import { openedIn } from '#modules/conversations/conversations.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change as changeIn, conflicts, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId, HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mayPart } from './arrangement.access.ts';
import type { Arrangement, ArrangementId, ArrangementRefusal, Draft, Turn } from './arrangement.ts';
import type { Terms } from './terms.ts';
import * as store from './arrangement.store.server.ts';
import * as rules from './handshake.ts';
import { sceneIn, turnOf, type Scene } from './scene.server.ts';

export type ArrangementReason = ArrangementRefusal | 'missing';
type Made = Outcome<Arrangement, ArrangementReason>;
export type Offer = { terms: Terms; talk?: ConversationId };

const factOf = {
	propose: 'arrangement.proposed',
	accept: 'arrangement.accepted',
	change: 'arrangement.changed',
	withdraw: 'arrangement.withdrawn',
	suit: 'arrangement.suited',
	wish: 'arrangement.wished'
} as const satisfies Record<Arrangement['steps'][number]['move'], string>;

/** Offer how to keep in touch; `own`: this home asks one of its own. */
export function propose(ctx: Ctx, pupil: PersonId, { terms, talk, own }: Offer & { own: boolean }): Promise<Made> {
	return changeIn<Arrangement, ArrangementReason, ArrangementReason>(
		ctx,
		async (db): Promise<Made> => {
			const scene = await sceneIn(db, ctx, pupil);
			const home = scene && homeFor(ctx, scene, own);
			if (!scene || home === undefined || !takePart(scene, home, terms)) return no('missing');
			const known = scene.kept.find((one) => one.home === home);
			if (known) await store.hold(db, ctx, pupil, known.id);
			const at = await talkIn(db, ctx, pupil, talk);
			if (!at.ok) return at;
			const before = known ?? draftOf(pupil, scene, home);
			// Its first offer makes a home one of its own; until then it is none.
			const apart = home && !scene.apart.includes(home) ? [...scene.apart, home] : scene.apart;
			const made = rules.propose(turnOf({ ...scene, apart }, before, ctx), terms, scene.year.lastDay);
			return keepIn(db, ctx, made.ok && at.value ? ok({ ...made.value, madeIn: at.value }) : made, !known);
		},
		{ [conflicts.double]: 'changed' }
	);
}

export function accept(ctx: Ctx, pupil: PersonId, id: ArrangementId, { seen, talk }: rules.WhatWasSeen & AtTalk) {
	return move(ctx, pupil, id, talk, (turn) => rules.accept(turn, { seen }));
}

/** Something else instead: an answer to what is offered, or a new thought about what was agreed. */
export function change(ctx: Ctx, pupil: PersonId, id: ArrangementId, { seen, terms, talk }: rules.WhatWasSeen & Offer) {
	return move(ctx, pupil, id, talk, (turn, scene) =>
		takePart(scene, turn.arrangement.home, terms)
			? rules.change(turn, { seen, terms }, scene.year.lastDay)
			: no('missing')
	);
}

export function withdraw(ctx: Ctx, pupil: PersonId, id: ArrangementId, { seen, talk }: rules.WhatWasSeen & AtTalk) {
	return move(ctx, pupil, id, talk, (turn) => rules.withdraw(turn, { seen }));
}

export function suit(ctx: Ctx, pupil: PersonId, id: ArrangementId, { seen, talk }: rules.WhatWasSeen & AtTalk) {
	return move(ctx, pupil, id, talk, (turn) => rules.suit(turn, { seen }));
}

export function wish(ctx: Ctx, pupil: PersonId, id: ArrangementId, words: string) {
	return move(ctx, pupil, id, undefined, (turn) => rules.wish(turn, words));
}
type AtTalk = { talk?: ConversationId };

/** Hold, read once, decide, write once, tell. */
function move(
	ctx: Ctx,
	pupil: PersonId,
	id: ArrangementId,
	talk: ConversationId | undefined,
	decide: (turn: Turn, scene: Scene) => Made
): Promise<Made> {
	return changeIn<Arrangement, ArrangementReason>(ctx, async (db): Promise<Made> => {
		await store.hold(db, ctx, pupil, id);
		const scene = await sceneIn(db, ctx, pupil);
		const arrangement = scene?.kept.find((one) => one.id === id);
		if (!scene || !arrangement) return no('missing');
		const turn = turnOf(scene, arrangement, ctx);
		if (!turn.seats.length && !reads(ctx, scene, arrangement)) return no('missing');
		const at = await talkIn(db, ctx, pupil, talk);
		if (!at.ok) return at;
		const decided = decide(turn, scene);
		return keepIn(db, ctx, decided.ok && at.value ? ok({ ...decided.value, madeIn: at.value }) : decided, false);
	});
}

/** Who may read it hears that it is not theirs to do; for others it is not there. */
function reads(ctx: Ctx, { circle }: Scene, { home }: Arrangement) {
	const member = memberOf(circle, ctx.person.id);
	return !!member && (member.role !== 'guardian' || home === null || member.household === home);
}

async function keepIn(db: Db, ctx: Ctx, made: Made, isNew: boolean): Promise<Made> {
	if (!made.ok) return made;
	const { id, pupil, state, madeIn, steps } = made.value;
	await store.save(db, ctx, made.value, isNew);
	recordFact(db, ctx, factOf[steps.at(-1)!.move], id, { pupil, state });
	// On the page of the talk it stands at the table, on every device that has it open.
	if (madeIn) await noteChangeIn(db, ctx, madeIn);
	return made;
}

/** The home it is for: nobody parts a home but itself. */
function homeFor(ctx: Ctx, { circle, apart }: Scene, own: boolean): HouseholdId | null | undefined {
	const member = memberOf(circle, ctx.person.id);
	if (!member) return undefined;
	const mine = member.role === 'guardian' ? member.household : null;
	if (mine && apart.includes(mine)) return mine;
	if (!own) return null;
	return mayPart(circle, member) ? mine : undefined;
}

/** Only guardians of the home it is for, who may come to talks, and the pupil. */
function takePart({ circle }: Scene, home: HouseholdId | null, { people }: Terms) {
	const guardians = talkersOf(circle).filter(({ household }) => home === null || household === home);
	const may = [circle.pupil, ...guardians.map(({ person }) => person)];
	return people.every((person) => may.includes(person));
}

/** The talk in which it is said: one about this child, whose page the reader may see. */
async function talkIn(db: Db, ctx: Ctx, pupil: PersonId, talk: ConversationId | undefined) {
	if (!talk) return ok(undefined);
	const opened = await openedIn(db, ctx, talk);
	return opened?.talk.pupil === pupil ? ok(talk) : no('missing');
}

function draftOf(pupil: PersonId, { year }: Scene, home: HouseholdId | null): Draft {
	return {
		...{ id: newId<ArrangementId>(), pupil, year: year.name, home },
		...{ state: 'nothing', version: 0, agreed: null, offered: null, madeIn: null, steps: [] }
	};
}
