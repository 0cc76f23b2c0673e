import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { householdsOf, type Circle, type Member } from './circle.ts';

declare const brand: unique symbol;
export type LineId = string & { readonly [brand]: 'line' };

/** What is agreed about contact with the homes of one child: to whom goes what, who calls whom, what goes along. */
export const parts = ['to-whom', 'who-calls', 'handover'] as const;
export type Part = (typeof parts)[number];

/** Whose yes it needs: school's, and that of each home. */
export type Party = 'school' | HouseholdId;
export type LineState = 'proposed' | 'agreed' | 'replaced' | 'withdrawn';

export type Line = {
	id: LineId;
	part: Part;
	wording: string;
	state: LineState;
	proposedBy: PersonId;
	proposedAt: Date;
	agreedAt: Date | null;
	yes: Party[];
};

export type LineRefusal = 'wrong-state' | 'already-said' | 'not-yours';

/** Parents apart agree this with school; a child with one home needs no lines. */
export function needsLines(circle: Circle): boolean {
	return householdsOf(circle).length > 1;
}

export function partiesOf(circle: Circle): Party[] {
	return ['school', ...householdsOf(circle).map(({ household }) => household)];
}

/** For whom this member speaks here; the pupil and people from outside for nobody. */
export function partyOf({ role, household }: Pick<Member, 'role' | 'household'>): Party | undefined {
	if (role === 'staff') return 'school';
	return role === 'guardian' ? (household ?? undefined) : undefined;
}

/** Whose yes is still missing, of those who are here now. */
export function missing(line: Line, parties: readonly Party[]): Party[] {
	return parties.filter((party) => !line.yes.includes(party));
}

/** Say yes for one party. With the last one it is agreed, for everybody at once. */
export function accept(line: Line, party: Party, parties: readonly Party[], now: Date) {
	if (line.state !== 'proposed') return no('wrong-state');
	if (line.yes.includes(party)) return no('already-said');
	const said = { ...line, yes: [...line.yes, party] };
	if (missing(said, parties).length) return ok(said);
	return ok({ ...said, state: 'agreed', agreedAt: now } as const);
}

/** Only who proposed it takes it back: the party, whoever of it pressed. */
export function withdraw(line: Line, party: Party, proposer: Party | undefined) {
	if (line.state !== 'proposed') return no('wrong-state');
	if (party !== proposer) return no('not-yours');
	return ok({ ...line, state: 'withdrawn' } as const);
}
