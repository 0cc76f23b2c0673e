import type { Voice } from '#modules/people/circle.ts';
import type { Audience } from '#modules/people/audience.ts';
import type { AgreementId, ConversationId, HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import type { Cadence } from './cadence.ts';

export const agreementStates = ['proposed', 'adapted', 'agreed', 'declined', 'withdrawn', 'ended'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** What we do; what we do *not* do is an agreement too (handbook §5). */
export const kinds = ['do', 'dont'] as const;
export type Kind = (typeof kinds)[number];

/** Who carries it out and alone can say yes to it. In a home, any guardian who lives there answers. */
export type Owner = { person: PersonId } | { household: HouseholdId };

/** What was written, once. Another wording comes beside it, never over it. */
export type Wording = {
	what: string;
	why: string;
	/** In people's own words, beside what can be counted. */
	rhythm: string;
	cadence?: Cadence | null;
	by: Day | null;
	how: string;
	helpers: string;
	/** How often at most they remind each other, and the house asks how it went; part of what was agreed. */
	remind?: Remind;
};

export const reminds = ['never', 'weekly', 'each'] as const;
export type Remind = (typeof reminds)[number];

export const noteResults = ['done', 'partly', 'not'] as const;
export type NoteResult = (typeof noteResults)[number];
export const outcomes = ['continue', 'change', 'stop'] as const;
export type EvaluationOutcome = (typeof outcomes)[number];

/** One move that was made, and the words that came with it. */
export type Step = {
	move: Move;
	person: PersonId;
	/** The child that a guardian answered together with. */
	together: PersonId | null;
	result: NoteResult | EvaluationOutcome | null;
	/** Of a note: the day of the rhythm that it tells of. Null: in general. */
	occasion: Day | null;
	words: string;
	/** It came by the link of a mail, which somebody else may have opened. */
	byLink: boolean;
	/** Of a note that school wrote down: the guardian who told it, on the phone or on paper. */
	toldBy: PersonId | null;
	/** Of an evaluation: the next step, if it works and if it doesn't. */
	ifWorks: string;
	ifNot: string;
	evaluateOn: Day | null;
	round: number;
	version: number;
	at: Date;
};

export type LookBack = {
	round: number;
	person: PersonId;
	voice: Voice;
	did: string;
	missed: string;
	closer: Closer;
	wants: EvaluationOutcome;
	at: Date;
};
export const closers = ['yes', 'a-little', 'not-yet'] as const;
export type Closer = (typeof closers)[number];

/** Who does what, why, when and how, for one child: the heart of the partnership (handbook §5). */
export type Agreement = {
	id: AgreementId;
	pupil: PersonId;
	kind: Kind;
	owner: Owner;
	proposer: PersonId;
	audience: Extract<Audience, 'adults' | 'circle'>;
	state: AgreementState;
	wording: Wording;
	evaluateOn: Day;
	/** Which look back comes next, counted from 1. */
	round: number;
	/** Rises with each answer; who answers says which version they saw. */
	version: number;
	madeIn: ConversationId | null;
	replaces: AgreementId | null;
	/** The goal it is for: words on the page of the talk in which it was made. */
	goal: string | null;
	proposedAt: Date;
	steps: Step[];
	lookBacks: LookBack[];
};

/** From where somebody acts. `partner`: anyone in the circle who may read it; `other`: a partner who is not the owner. */
export type Seat = 'owner' | 'proposer' | 'partner' | 'other';

type Row = { by: Seat; from: readonly (AgreementState | 'nothing')[]; to: AgreementState; result?: EvaluationOutcome };

/** The whole life of an agreement (handbook §5). Buttons, hints, tests and the state diagram read this table. */
export const agreementMoves = {
	propose: [
		{ by: 'owner', from: ['nothing'], to: 'agreed' },
		{ by: 'partner', from: ['nothing'], to: 'proposed' }
	],
	accept: [{ by: 'owner', from: ['proposed'], to: 'agreed' }],
	adapt: [
		{ by: 'owner', from: ['proposed'], to: 'adapted' },
		{ by: 'proposer', from: ['adapted'], to: 'proposed' }
	],
	askTime: [{ by: 'owner', from: ['proposed'], to: 'proposed' }],
	decline: [{ by: 'owner', from: ['proposed'], to: 'declined' }],
	adopt: [{ by: 'proposer', from: ['adapted'], to: 'agreed' }],
	withdraw: [{ by: 'proposer', from: ['proposed', 'adapted'], to: 'withdrawn' }],
	note: [{ by: 'owner', from: ['agreed'], to: 'agreed' }],
	takeBack: [{ by: 'owner', from: ['agreed'], to: 'agreed' }],
	repair: [{ by: 'owner', from: ['agreed'], to: 'agreed' }],
	remind: [{ by: 'other', from: ['agreed'], to: 'agreed' }],
	wishEarlier: [{ by: 'partner', from: ['agreed'], to: 'agreed' }],
	lookBack: [{ by: 'partner', from: ['agreed'], to: 'agreed' }],
	evaluate: [
		{ by: 'partner', from: ['agreed'], to: 'agreed', result: 'continue' },
		{ by: 'partner', from: ['agreed'], to: 'ended', result: 'change' },
		{ by: 'partner', from: ['agreed'], to: 'ended', result: 'stop' }
	]
} as const satisfies Record<string, readonly Row[]>;
export type Move = keyof typeof agreementMoves;

const quiet: readonly Move[] = ['askTime', 'note', 'takeBack', 'repair', 'remind', 'wishEarlier', 'lookBack'];

export type MoveRefusal = 'wrong-state' | 'refused';

/** Does the state allow the move, whoever makes it? */
export function can(move: Move, { state }: Pick<Agreement | Draft, 'state'>): boolean {
	return rowsOf(move).some(({ from }) => from.includes(state));
}

/** The moves that the table opens to somebody in these seats, in its order. */
export function movesFrom(state: AgreementState | 'nothing', seats: readonly Seat[]): Move[] {
	return (Object.keys(agreementMoves) as Move[]).filter((move) =>
		rowsOf(move).some(({ by, from }) => from.includes(state) && seats.includes(by))
	);
}

/** Before it is proposed, there is nothing. */
export type Draft = Omit<Agreement, 'state'> & { state: 'nothing' };

/** Somebody with a seat at the agreement, about to make a move. */
export type Turn<Before extends Agreement | Draft = Agreement> = {
	agreement: Before;
	seats: readonly Seat[];
	by: PersonId;
	voice: Voice;
	/** The child on whose behalf, and beside whom, this guardian speaks as owner. */
	together: PersonId | null;
	now: Date;
};

type More = Partial<
	Pick<Step, 'result' | 'occasion' | 'words' | 'byLink' | 'toldBy' | 'ifWorks' | 'ifNot' | 'evaluateOn'>
> & {
	wording?: Wording;
};

/** Make the move as the table says. What else a move asks, its own rule has asked before. */
export function make(
	{ agreement, ...turn }: Turn<Agreement | Draft>,
	move: Move,
	more: More = {}
): Outcome<Agreement, MoveRefusal> {
	const rows = rowsOf(move).filter(({ result }) => !result || result === more.result);
	const row = rows.find(({ by, from }) => from.includes(agreement.state) && turn.seats.includes(by));
	if (!row) return no(can(move, agreement) ? 'refused' : 'wrong-state');

	const version = agreement.version + (quiet.includes(move) ? 0 : 1);
	const step: Step = {
		move,
		person: turn.by,
		together: row.by === 'owner' ? turn.together : null,
		result: more.result ?? null,
		occasion: more.occasion ?? null,
		words: more.words ?? '',
		byLink: more.byLink ?? false,
		toldBy: more.toldBy ?? null,
		ifWorks: more.ifWorks ?? '',
		ifNot: more.ifNot ?? '',
		evaluateOn: more.evaluateOn ?? null,
		round: agreement.round,
		version,
		at: turn.now
	};
	return ok({
		...agreement,
		state: row.to,
		version,
		wording: more.wording ?? agreement.wording,
		evaluateOn: more.evaluateOn ?? agreement.evaluateOn,
		steps: [...agreement.steps, step]
	});
}

/** A move that the table allows may still be refused for what else it asks. */
export function provided<Reason extends string>(
	made: Outcome<Agreement, MoveRefusal>,
	refusal: Reason | false | undefined
): Outcome<Agreement, MoveRefusal | Reason> {
	return made.ok && refusal ? no(refusal) : made;
}

function rowsOf(move: Move): readonly Row[] {
	return agreementMoves[move];
}
