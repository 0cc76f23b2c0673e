import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addMinutes, dayOf, type Day } from '#platform/time.ts';
import { planOf, type Kind } from './kinds.ts';
import type { Template, TemplateId } from './template.ts';

export const places = ['school', 'phone', 'online', 'home'] as const;
export type Place = { kind: (typeof places)[number]; location?: string };

/** A talk about one child: asked for or planned, prepared on all sides, held, recorded, closed (handbook §4). */
export type Conversation = {
	id: ConversationId;
	kind: Kind;
	state: ConversationState;
	pupil: PersonId;
	/** The school's own version of this kind, as it was when the talk was planned. */
	template: (Template & { id: TemplateId }) | null;
	/** The talk whose news this one goes on from. */
	follows: ConversationId | null;
	/** Empty as long as it is only asked for. */
	chair: PersonId | null;
	requestedBy: PersonId | null;
	request: string | null;
	startsAt: Date | null;
	minutes: number;
	place: Place;
	pupilInvited: boolean;
	/** Everybody who comes, the chair and an invited pupil included. */
	people: PersonId[];
	/** Counts the changes of moment or place, for the calendars of who comes. */
	sequence: number;
	startedAt: Date | null;
	heldAt: Date | null;
	recordedAt: Date | null;
	closedAt: Date | null;
	nextOn: Day | null;
	noneNeeded: boolean;
	/** Made by a round: its time is the booking's, and moves with it. */
	ofRound: boolean;
};

export const conversationStates = ['requested', 'planned', 'held', 'recorded', 'closed', 'cancelled'] as const;
export type ConversationState = (typeof conversationStates)[number];

type ConversationStep = {
	from: readonly ConversationState[];
	to?: ConversationState;
	unrecorded?: readonly ConversationState[];
};

/**
 * The whole life of a talk; without `to` the state stays. Buttons, hints, tests and the diagram read this table
 * (handbook §4.2). `unrecorded`: from where, for a kind that keeps no record.
 */
export const conversationMoves = {
	plan: { from: ['requested'], to: 'planned' },
	move: { from: ['planned'] },
	start: { from: ['planned'] },
	hold: { from: ['planned'], to: 'held' },
	appoint: { from: ['planned', 'held'] },
	followUp: { from: ['planned', 'held', 'recorded'] },
	write: { from: ['held', 'recorded', 'closed'], unrecorded: [] },
	record: { from: ['held'], to: 'recorded', unrecorded: [] },
	amend: { from: ['recorded', 'closed'], unrecorded: [] },
	acknowledge: { from: ['recorded', 'closed'], unrecorded: [] },
	view: { from: ['recorded', 'closed'], unrecorded: [] },
	close: { from: ['recorded'], to: 'closed', unrecorded: ['held'] },
	cancel: { from: ['requested', 'planned'], to: 'cancelled' }
} as const satisfies Record<string, ConversationStep>;
export type ConversationMove = keyof typeof conversationMoves;

export type ConversationRefusal = 'wrong-state' | 'started' | 'past' | 'next-missing';
type Decided = Outcome<Conversation, ConversationRefusal>;

export function can(move: ConversationMove, { state, kind }: Pick<Conversation, 'state' | 'kind'>) {
	const { from, unrecorded = from }: ConversationStep = conversationMoves[move];
	return (planOf(kind).record ? from : unrecorded).includes(state);
}

/** What somebody asked for gets a moment, a place and a chair. */
export function plan(
	talk: Conversation,
	when: Moment & Pick<Conversation, 'people' | 'pupilInvited'> & { chair: PersonId }
): Decided {
	if (!can('plan', talk)) return no('wrong-state');
	return ok({ ...talk, ...when, state: 'planned' });
}

export type Moment = { startsAt: Date; minutes: number; place: Place };

export function move(talk: Conversation, when: Moment): Decided {
	if (!can('move', talk)) return no('wrong-state');
	if (talk.startedAt) return no('started');
	return ok({ ...talk, ...when, sequence: talk.sequence + 1 });
}

/**
 * Another of school leads it from now on, and comes if it is still to be. Who led it comes as well: what they were writing of it
 * stays theirs to write.
 */
export function appoint(talk: Conversation, chair: PersonId): Decided {
	if (!can('appoint', talk)) return no('wrong-state');
	if (talk.chair === chair) return ok(talk);
	const isToCome = talk.state === 'planned';
	return ok({ ...talk, chair, people: isToCome ? [...new Set([...talk.people, chair])] : talk.people });
}

/** The clock of a talk starts with the talk; starting again changes nothing. */
export function start(talk: Conversation, now: Date): Decided {
	if (!can('start', talk)) return no('wrong-state');
	return ok(talk.startedAt ? talk : { ...talk, startedAt: now });
}

export function hold(talk: Conversation, now: Date): Decided {
	if (!can('hold', talk)) return no('wrong-state');
	return ok({ ...talk, state: 'held', startedAt: talk.startedAt ?? now, heldAt: now });
}

/** A next moment, later than today, or none; the last word holds until the talk is closed. */
export function followUp(talk: Conversation, next: Pick<Conversation, 'nextOn' | 'noneNeeded'>, now: Date): Decided {
	if (!can('followUp', talk)) return no('wrong-state');
	if (next.nextOn && next.nextOn <= dayOf(now)) return no('past');
	return ok({ ...talk, nextOn: next.nextOn, noneNeeded: next.noneNeeded });
}

export function record(talk: Conversation, now: Date): Decided {
	if (!can('record', talk)) return no('wrong-state');
	return ok({ ...talk, state: 'recorded', recordedAt: now });
}

/** A talk closes with a next moment, or with "none needed" (handbook §4.2). */
export function close(talk: Conversation, now: Date): Decided {
	if (!can('close', talk)) return no('wrong-state');
	if (!talk.nextOn && !talk.noneNeeded) return no('next-missing');
	return ok({ ...talk, state: 'closed', closedAt: now });
}

export function cancel(talk: Conversation): Decided {
	if (!can('cancel', talk)) return no('wrong-state');
	if (talk.startedAt) return no('started');
	return ok({ ...talk, state: 'cancelled', sequence: talk.sequence + 1 });
}

export function endOf({ startsAt, minutes }: Pick<Conversation, 'startsAt' | 'minutes'>): Date | null {
	return startsAt && addMinutes(startsAt, minutes);
}
