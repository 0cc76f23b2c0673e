import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { lastDayOf, type PurposeKey, type PurposeText } from './purpose.ts';

export const consentStates = ['asked', 'given', 'declined', 'withdrawn', 'dropped', 'ended'] as const;
export type ConsentState = (typeof consentStates)[number];
export type ConsentId = string & { readonly __consent: never };

/** Somebody from outside who comes into the child's circle with it, and goes out of it with it. */
export type Outsider = { givenName: string; surname: string; email: string; person: PersonId | null };

/** *Toestemming*: leave for one purpose, about one child, until a day (handbook §6). Its words never change. */
export type Consent = PurposeText & {
	id: ConsentId;
	pupil: PersonId;
	purpose: PurposeKey;
	until: Day;
	outsider: Outsider | null;
	state: ConsentState;
	askedBy: PersonId;
	askedAt: Date;
	steps: Step[];
};

/** One move that was made. `household` is the home for which a guardian answered. */
export type Step = { move: Move; person: PersonId; household: HouseholdId | null; words: string; at: Date };

/**
 * From where somebody acts. `school`: staff of the circle, who ask. `decider`: who may say yes. `last`: a decider after whom
 * no home has still to answer. `answered`: who may say yes, and whose home has. `heard`: the child that is old enough to be.
 */
export type Seat = 'school' | 'decider' | 'last' | 'answered' | 'heard';

type Row = { by: Seat; from: readonly (ConsentState | 'nothing')[]; to: ConsentState };

/** The whole life of a consent (handbook §6). Buttons, tests and the state diagram read this table. */
export const consentMoves = {
	ask: [{ by: 'school', from: ['nothing'], to: 'asked' }],
	say: [{ by: 'heard', from: ['asked'], to: 'asked' }],
	give: [
		{ by: 'last', from: ['asked'], to: 'given' },
		{ by: 'decider', from: ['asked'], to: 'asked' }
	],
	decline: [
		{ by: 'decider', from: ['asked'], to: 'declined' },
		{ by: 'answered', from: ['asked'], to: 'declined' }
	],
	withdraw: [
		{ by: 'answered', from: ['given'], to: 'withdrawn' },
		{ by: 'decider', from: ['given'], to: 'withdrawn' }
	],
	drop: [{ by: 'school', from: ['asked'], to: 'dropped' }],
	end: [{ by: 'school', from: ['given'], to: 'ended' }]
} as const satisfies Record<string, readonly Row[]>;
export type Move = keyof typeof consentMoves;

export type Turn = {
	consent: Consent;
	seats: readonly Seat[];
	by: PersonId;
	household: HouseholdId | null;
	today: Day;
	now: Date;
};
export type MoveRefusal = 'refused' | 'wrong-state' | 'over' | 'words-missing';

/** Its last day is past: nothing may be done on the strength of it, and nobody need say so. */
export function isOver({ until }: Pick<Consent, 'until'>, today: Day): boolean {
	return until < today;
}

/** May something be done on the strength of it today? */
export function stands(consent: Pick<Consent, 'state' | 'until'>, today: Day): boolean {
	return consent.state === 'given' && !isOver(consent, today);
}

/** What the page says of it: `over` for what was given or asked and has passed its last day. */
export function standingOf(consent: Consent, today: Day): ConsentState | 'over' {
	const open = consent.state === 'asked' || consent.state === 'given';
	return open && isOver(consent, today) ? 'over' : consent.state;
}

/** The moves that are open to somebody in these seats, in the order of the table. */
export function movesFrom(consent: Consent, seats: readonly Seat[], today: Day): Move[] {
	if (isOver(consent, today)) return [];
	return (Object.keys(consentMoves) as Move[]).filter((move) => rowFor(move, consent.state, seats));
}

/** The homes that have said yes, in the order in which they did. */
export function homesThatGave({ steps }: Pick<Consent, 'steps'>): HouseholdId[] {
	return steps.flatMap(({ move, household }) => (move === 'give' && household ? [household] : []));
}

/** Make the move as the table says, when it is not too late for it. */
export function make(turn: Turn, move: Move, words = ''): Outcome<Consent, MoveRefusal> {
	const { consent, seats, by, household, today, now } = turn;
	const row = rowFor(move, consent.state, seats);
	if (!row) return no(rows(move).some(({ by: seat }) => seats.includes(seat)) ? 'wrong-state' : 'refused');
	if (isOver(consent, today)) return no('over');
	if (move === 'say' && !words) return no('words-missing');
	const step: Step = { move, person: by, household, words, at: now };
	return ok({ ...consent, state: row.to, steps: [...consent.steps, step] });
}

export type AskRefusal = 'until-past' | 'until-late';

/** Not for ever, and not for what is past. */
export function refusalToAsk(
	{ purpose, until }: Pick<Consent, 'purpose' | 'until'>,
	today: Day
): AskRefusal | undefined {
	if (until <= today) return 'until-past';
	return until > lastDayOf(purpose, today) ? 'until-late' : undefined;
}

function rows(move: Move): readonly Row[] {
	return consentMoves[move];
}

function rowFor(move: Move, state: ConsentState, seats: readonly Seat[]): Row | undefined {
	return rows(move).find(({ by, from }) => from.includes(state) && seats.includes(by));
}
