import { circleIn, wholeCircleIn } from '#modules/people/circles.server.ts';
import { readerOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { maySee } from './conversation.access.ts';
import * as rules from './conversation.ts';
import * as store from './conversation.store.server.ts';
import type { Kind } from './kinds.ts';
import { carryLeftIn } from './leftovers.server.ts';
import { templateIn } from './templates.server.ts';

export type ConversationReason = 'missing' | 'refused' | 'taken' | rules.ConversationRefusal;

export type NewConversation = {
	kind: Kind;
	pupil: PersonId;
	chair: PersonId;
	guardians: PersonId[];
	startsAt: Date;
	minutes: number;
	place: rules.Place;
	pupilInvited: boolean;
	/** It is made by a round, and moves with its booking. */
	ofRound?: boolean;
	follows?: ConversationId;
};

/**
 * Plan a talk inside the transaction of another room, which has checked that this may be. Nobody is planned in two
 * places: the database answers 23P01.
 */
export async function planIn(db: Db, ctx: Ctx, input: NewConversation): Promise<ConversationId> {
	const { guardians, ...given } = input;
	const talk: rules.Conversation = {
		...emptyTalk(given.kind, given.pupil),
		...given,
		template: await templateIn(db, ctx, given.kind),
		state: 'planned',
		people: [...new Set([given.chair, ...guardians, ...(given.pupilInvited ? [given.pupil] : [])])]
	};
	await store.add(db, ctx, talk);
	await carryLeftIn(db, ctx, talk);
	recordFact(db, ctx, 'conversation.planned', talk.id, { pupil: talk.pupil });
	return talk.id;
}

export function emptyTalk(kind: Kind, pupil: PersonId) {
	return {
		id: newId<ConversationId>(),
		kind,
		pupil,
		follows: null,
		template: null,
		chair: null,
		ofRound: false,
		requestedBy: null,
		request: null,
		startsAt: null,
		sequence: 0,
		startedAt: null,
		heldAt: null,
		recordedAt: null,
		closedAt: null,
		nextOn: null,
		noneNeeded: false
	};
}

/** Move a talk inside the transaction of another room; what is not given stays as it was. */
export async function moveIn(
	db: Db,
	ctx: Ctx,
	id: ConversationId,
	to: { startsAt: Date } & Partial<rules.Moment>
): Promise<Outcome<undefined, ConversationReason>> {
	const talk = await store.findToChange(db, ctx, id);
	if (!talk) return no('missing');
	const moved = rules.move(talk, { minutes: talk.minutes, place: talk.place, ...to });
	if (!moved.ok) return moved;
	await store.saveMoment(db, ctx, moved.value);
	recordFact(db, ctx, 'conversation.moved', id, { pupil: talk.pupil });
	return ok(undefined);
}

/** Cancel a talk inside the transaction of another room. */
export async function cancelIn(db: Db, ctx: Ctx, id: ConversationId): Promise<Outcome<undefined, ConversationReason>> {
	const talk = await store.findToChange(db, ctx, id);
	if (!talk) return no('missing');
	const cancelled = rules.cancel(talk);
	if (!cancelled.ok) return cancelled;
	await store.saveMoment(db, ctx, cancelled.value);
	recordFact(db, ctx, 'conversation.cancelled', id, { pupil: talk.pupil });
	return ok(undefined);
}

/** A talk was held, until `at`, inside the transaction of another room. */
export async function holdIn(
	db: Db,
	ctx: Ctx,
	id: ConversationId,
	at: Date
): Promise<Outcome<undefined, ConversationReason>> {
	const talk = await store.findToChange(db, ctx, id);
	if (!talk) return no('missing');
	const held = rules.hold(talk, at);
	if (!held.ok) return held;
	await store.save(db, ctx, held.value);
	recordFact(db, ctx, 'conversation.held', id, { pupil: talk.pupil });
	return ok(undefined);
}

/**
 * The facts of a talk for who writes its mail and calendar: no word that was said, and of its people those who may still
 * come. Undefined: no such talk here.
 */
export async function conversationForMessage(db: Db, ctx: Ctx, id: ConversationId) {
	const talk = await store.find(db, ctx, id);
	const circle = talk && (await wholeCircleIn(db, ctx, talk.pupil));
	if (!circle) return undefined;
	const people = talk.people.filter((person) =>
		circle.members.some((each) => each.person === person && !each.outsideTalks)
	);
	const { kind, state, pupil, chair, startsAt, minutes, place, sequence, pupilInvited, startedAt } = talk;
	return { id, kind, state, pupil, chair, people, startsAt, minutes, place, sequence, pupilInvited, startedAt };
}

/** The talk with its circle, for somebody who may see its page; the first question of every use case of this room. */
export async function openedIn(
	db: Db,
	ctx: Ctx,
	id: ConversationId,
	may: (talk: rules.Conversation, reader: Member) => boolean = maySee,
	find = store.find
): Promise<{ talk: rules.Conversation; circle: Circle; reader: Member } | undefined> {
	const talk = await find(db, ctx, id);
	const circle = talk && (await circleIn(db, ctx, talk.pupil));
	const reader = circle && readerOf(circle, ctx.person.id);
	return talk && reader && may(talk, reader) ? { talk, circle, reader } : undefined;
}

/** The same, held against others who would change the talk at the same moment. */
export function openedToChangeIn(db: Db, ctx: Ctx, id: ConversationId) {
	return openedIn(db, ctx, id, maySee, store.findToChange);
}
