import type { ConversationId, PersonId } from '#platform/ids.ts';
import { can, type Conversation } from './conversation.ts';
import { planOf, type Kind } from './kinds.ts';
import { childQuestions, questions, type ChildQuestion, type Question, type Section } from './steps.ts';

/** Whose preparation: for adults their own; the child's is filled in alone or together with a helper, who is named. */
export type Preparer = { conversation: ConversationId; person: PersonId; helper: PersonId };
export type AnyQuestion = Question | ChildQuestion;

/** What one partner thinks beforehand. A draft, theirs alone, until it is shared (handbook §4.4). */
export type Preparation = Preparer & {
	sharedAt: Date | null;
	/** Taken down on the phone: since when it is the guardian's own. */
	confirmedAt: Date | null;
	/** Who pressed: that guardian, or who typed and heard them say so. */
	confirmedBy: PersonId | null;
	/** A child did it by itself, on the helper's device. */
	alone: boolean;
	answers: Answer[];
};
export type Answer = { question: AnyQuestion; text: string; version: number; savedAt: Date };

export function questionsFor(kind: Kind, isChild: boolean): readonly AnyQuestion[] {
	return isChild ? planOf(kind).childQuestions : planOf(kind).questions;
}

export function sectionOf(question: AnyQuestion, isChild: boolean): Section {
	return isChild ? childQuestions[question as ChildQuestion] : questions[question as Question];
}

/** Stands between two texts that were written at the same time. */
const between = '\n\n– – –\n\n';

export type Written = { text: string; version: number };

/**
 * Save `given`, written by somebody who had read `given.version`. When another wrote meanwhile, both texts stay, under
 * each other: nobody's words are overwritten. Saving the same words again, or going on with them, doubles nothing.
 */
export function merge(stored: Written, given: Written): Written & { conflict: boolean } {
	if (given.text === stored.text) return { ...stored, conflict: false };
	if (given.version === stored.version) return { text: given.text, version: stored.version + 1, conflict: false };

	const parts = stored.text.split(between).filter(Boolean);
	for (const part of given.text.split(between).filter(Boolean)) {
		if (parts.some((known) => known.startsWith(part))) continue;
		const begun = parts.findIndex((known) => part.startsWith(known));
		if (begun >= 0) parts[begun] = part;
		else parts.push(part);
	}
	const text = parts.join(between);
	if (text === given.text) return { text, version: stored.version + 1, conflict: false };
	return { text, version: stored.version + (text === stored.text ? 0 : 1), conflict: true };
}

/** Until it is held. Of a talk that was cancelled too: what is written goes along to the one that takes its place. */
export function canWrite(talk: Pick<Conversation, 'state' | 'kind'>): boolean {
	return can('hold', talk) || talk.state === 'cancelled';
}

/** What was taken down and its speaker has not read yet. */
export function unconfirmed({ answers, confirmedAt }: Pick<Preparation, 'answers' | 'confirmedAt'>): Answer[] {
	return answers.filter(({ text, savedAt }) => text && (!confirmedAt || savedAt > confirmedAt));
}

/** What the others have not been given yet. */
export function unshared({ answers, sharedAt }: Preparation): Answer[] {
	return answers.filter(({ text, savedAt }) => text && (!sharedAt || savedAt > sharedAt));
}
