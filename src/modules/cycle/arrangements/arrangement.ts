import type { ConversationId, HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import type { Party } from './party.ts';
import type { Terms } from './terms.ts';

declare const brand: unique symbol;
export type ArrangementId = string & { readonly [brand]: 'arrangement' };

export const arrangementStates = ['proposed', 'agreed', 'reconsidered', 'withdrawn'] as const;
/** `reconsidered`: what was agreed goes on, while another offer waits for a yes. */
export type ArrangementState = (typeof arrangementStates)[number];

export type Step = {
	move: Move;
	party: Party | 'child';
	person: PersonId;
	/** Of which terms. */
	number: number;
	version: number;
	words: string;
	at: Date;
};

/** How shall we keep in touch? Agreed by a home and school for one child and one school year (handbook §3.2). */
export type Arrangement = {
	id: ArrangementId;
	pupil: PersonId;
	/** The school year, by its name. */
	year: string;
	/** The one home it is for, where parents apart ask that. Null: for all homes together. */
	home: HouseholdId | null;
	state: ArrangementState;
	/** Rises with each answer; who answers says which version they saw. */
	version: number;
	agreed: { number: number; terms: Terms; on: Day } | null;
	offered: { number: number; terms: Terms } | null;
	/** The talk at which it came about. */
	madeIn: ConversationId | null;
	steps: readonly Step[];
};

/** Before anybody offers something, there is nothing. */
export type Draft = Omit<Arrangement, 'state'> & { state: 'nothing' };

/** From where somebody acts: a side of it, the side that is asked, the side that offered; or the child itself. */
export type Seat = 'side' | 'asked' | 'offering' | 'child';

type Row = { by: Seat; from: readonly (ArrangementState | 'nothing')[]; to: ArrangementState };

/** The whole life of an arrangement. `accept` goes there with the last yes; until then it stays where it is. */
export const arrangementMoves = {
	propose: [{ by: 'side', from: ['nothing', 'withdrawn'], to: 'proposed' }],
	accept: [{ by: 'asked', from: ['proposed', 'reconsidered'], to: 'agreed' }],
	change: [
		{ by: 'side', from: ['proposed'], to: 'proposed' },
		{ by: 'side', from: ['agreed', 'reconsidered'], to: 'reconsidered' }
	],
	withdraw: [
		{ by: 'offering', from: ['proposed'], to: 'withdrawn' },
		{ by: 'offering', from: ['reconsidered'], to: 'agreed' }
	],
	suit: [{ by: 'side', from: ['agreed'], to: 'agreed' }],
	wish: [
		{ by: 'child', from: ['proposed'], to: 'proposed' },
		{ by: 'child', from: ['agreed'], to: 'agreed' },
		{ by: 'child', from: ['reconsidered'], to: 'reconsidered' }
	]
} as const satisfies Record<string, readonly Row[]>;
export type Move = keyof typeof arrangementMoves;

/** What changes nothing that others answer to. */
const quiet: readonly Move[] = ['suit', 'wish'];

export type ArrangementRefusal =
	'wrong-state' | 'refused' | 'changed' | 'until-past' | 'until-late' | 'nobody-takes-part';

export type Turn<Before extends Arrangement | Draft = Arrangement> = {
	arrangement: Before;
	seats: readonly Seat[];
	party: Party | 'child';
	/** Everybody whose yes it needs today. */
	parties: readonly Party[];
	by: PersonId;
	now: Date;
};

/** The moves that the table opens to somebody in these seats, in its order. */
export function movesFrom(state: ArrangementState | 'nothing', seats: readonly Seat[]): Move[] {
	return (Object.keys(arrangementMoves) as Move[]).filter((move) => rowFor(move, state, seats));
}

/** Make the move as the table says; an answer to another version than the one that was seen is not an answer. */
export function make(
	{ arrangement, seats, party, parties, by, now }: Turn<Arrangement | Draft>,
	move: Move,
	{ seen, today, terms, words = '' }: { seen?: number; today: Day; terms?: Terms; words?: string }
): Outcome<Arrangement, 'wrong-state' | 'refused' | 'changed'> {
	if (!seats.includes(move === 'wish' ? 'child' : 'side')) return no('refused');
	if (seen !== undefined && seen !== arrangement.version) return no('changed');
	const row = rowFor(move, arrangement.state, seats);
	if (!row) return no(movesFrom(arrangement.state, allSeats).includes(move) ? 'refused' : 'wrong-state');

	const version = arrangement.version + (quiet.includes(move) ? 0 : 1);
	const last = Math.max(0, ...arrangement.steps.map(({ number }) => number));
	const number = terms ? last + 1 : (arrangement.offered?.number ?? arrangement.agreed?.number ?? last);
	const steps = [...arrangement.steps, { move, party, person: by, number, version, words, at: now }];
	const after = { ...arrangement, version, steps };
	if (terms) return ok({ ...after, state: row.to, offered: { number, terms } });
	if (move === 'withdraw') return ok({ ...after, state: row.to, offered: null });
	if (move !== 'accept') return ok({ ...after, state: row.to });
	// A yes that is not the last one leaves what others are reading as it is: two homes may say it at the same moment.
	if (missing(after, parties).length) {
		return ok({ ...after, version: arrangement.version, state: arrangement.state as ArrangementState });
	}
	return ok({ ...after, state: row.to, offered: null, agreed: { ...arrangement.offered!, on: today } });
}

/** Whose yes to what is offered is still missing, of those it needs today. */
export function missing(
	{ offered, steps }: Pick<Arrangement, 'offered' | 'steps'>,
	parties: readonly Party[]
): Party[] {
	if (!offered) return [];
	const said = steps.filter(({ number, move }) => number === offered.number && yes.includes(move));
	return parties.filter((party) => !said.some((step) => step.party === party));
}

/** Who offered what waits for a yes. */
export function offererOf({ offered, steps }: Pick<Arrangement, 'offered' | 'steps'>): Step | undefined {
	return offered
		? steps.find(({ number, move }) => number === offered.number && (move === 'propose' || move === 'change'))
		: undefined;
}

/** What stands, as long as it runs. */
export function runningOn({ agreed }: Pick<Arrangement, 'agreed'>, day: Day): Terms | undefined {
	return agreed && day <= agreed.terms.until ? agreed.terms : undefined;
}

const yes: readonly Move[] = ['propose', 'change', 'accept'];
const allSeats: readonly Seat[] = ['side', 'asked', 'offering', 'child'];

function rowFor(move: Move, state: ArrangementState | 'nothing', seats: readonly Seat[]): Row | undefined {
	const rows: readonly Row[] = arrangementMoves[move];
	return rows.find(({ by, from }) => from.includes(state) && seats.includes(by));
}
