import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addDays, type Day } from '#platform/time.ts';

export const claimKinds = ['access', 'correction', 'erasure', 'restriction', 'objection'] as const;
/** *Verzoek*: what the law lets somebody ask of a school about data (art. 15, 16, 17, 18 and 21 AVG). */
export type ClaimKind = (typeof claimKinds)[number];
export const claimStates = ['asked', 'extended', 'granted', 'refused'] as const;
export type ClaimState = (typeof claimStates)[number];
export type ClaimId = string & { readonly __claim: never };

export type Claim = {
	id: ClaimId;
	kind: ClaimKind;
	/** The child, or the one who asks. */
	about: PersonId;
	askedBy: PersonId;
	words: string;
	askedAt: Date;
	dueOn: Day;
	state: ClaimState;
	extendedWhy: string | null;
	answer: string | null;
	answeredBy: PersonId | null;
	answeredAt: Date | null;
};

type Row = { from: readonly ClaimState[]; to: ClaimState };

/** The life of a claim; all moves but the asking are school's. */
export const claimMoves = {
	grant: [{ from: ['asked', 'extended'], to: 'granted' }],
	refuse: [{ from: ['asked', 'extended'], to: 'refused' }],
	extend: [{ from: ['asked'], to: 'extended' }]
} as const satisfies Record<string, readonly Row[]>;
export type ClaimMove = keyof typeof claimMoves;

/** A month later; where that month is shorter, on its last day (art. 12 AVG: within a month of receipt). */
export function monthsAfter(day: Day, months: number): Day {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10) as Day;
	const next = new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10) as Day;
	const wanted = addDays(first, date - 1);
	return wanted < next ? wanted : addDays(next, -1);
}

export function dueOn(asked: Day): Day {
	return monthsAfter(asked, 1);
}

export function movesOf({ state }: Pick<Claim, 'state'>): ClaimMove[] {
	return (Object.keys(claimMoves) as ClaimMove[]).filter((move) => rowFor(move, state));
}

export type ClaimRefusal = 'wrong-state' | 'words-missing' | 'present';

/** School's answer, always with words: a refusal owes a reason, and so does taking longer (standards §5.1). */
export function make(
	claim: Claim,
	move: ClaimMove,
	{ words, by, now }: { words: string; by: PersonId; now: Date }
): Outcome<Claim, ClaimRefusal> {
	const row = rowFor(move, claim.state);
	if (!row) return no('wrong-state');
	if (!words) return no('words-missing');
	// Once, by two further months (art. 12 lid 3 AVG).
	if (move === 'extend') return ok({ ...claim, state: row.to, extendedWhy: words, dueOn: monthsAfter(claim.dueOn, 2) });
	return ok({ ...claim, state: row.to, answer: words, answeredBy: by, answeredAt: now });
}

function rowFor(move: ClaimMove, state: ClaimState): Row | undefined {
	const rows: readonly Row[] = claimMoves[move];
	return rows.find(({ from }) => from.includes(state));
}
