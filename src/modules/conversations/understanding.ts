import type { FileId, HouseholdId, PersonId } from '#platform/ids.ts';

/** *Begrijpen*: what school heard from a home, in school's words. Its turns follow one another; what was shared stands. */
export type SaidBack = {
	household: HouseholdId;
	turn: number;
	text: string;
	version: number;
	saidBy: PersonId;
	saidAt: Date;
	/** Empty as long as only who leads the talk reads it: until the record is shared. */
	sharedAt: Date | null;
};

/** What a guardian of that home says of it: heard well, or heard otherwise. It stands beside school's words. */
export type Hearing = {
	household: HouseholdId;
	turn: number;
	person: PersonId;
	confirmedAt: Date | null;
	correction: string | null;
	correctedAt: Date | null;
};

/** What was agreed, as a guardian would tell it. Nothing compares it, and nothing says whether it is right (handbook §14). */
export type OwnWords = { person: PersonId; household: HouseholdId; text: string; version: number; saidAt: Date };

export type RetellingId = string & { readonly __retelling: never };
/** *Navertelling*: the same, told aloud. School plays it; nothing turns it into text. */
export type Retelling = { id: RetellingId; person: PersonId; file: FileId; toldAt: Date };

export type ExplanationId = string & { readonly __explanation: never };
export const ways = ['picture', 'call', 'language', 'meeting'] as const;
/** How school explains it otherwise: in a picture, by phone, in the language of the home, or face to face. */
export type Way = (typeof ways)[number];

/** A question to school to explain it in another way; being understood is school's task (handbook P10). */
export type Explanation = {
	id: ExplanationId;
	household: HouseholdId;
	askedBy: PersonId;
	askedAt: Date;
	unclear: string;
	way: Way | null;
	said: string | null;
	explainedBy: PersonId | null;
	explainedAt: Date | null;
};

/** The turn that school may still change: the last one, before it was shared. */
export function openTurn(said: readonly SaidBack[]): SaidBack | undefined {
	const last = said.at(-1);
	return last && !last.sharedAt ? last : undefined;
}

export function openQuestion(asked: readonly Explanation[]): Explanation | undefined {
	return asked.find(({ explainedAt }) => !explainedAt);
}
