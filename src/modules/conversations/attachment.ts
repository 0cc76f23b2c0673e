import type { ConversationId, FileId, PersonId } from '#platform/ids.ts';
import type { HowSaid } from './entry.ts';
import type { AnyQuestion, Preparer } from './preparation.ts';
import {
	childQuestions,
	questions,
	type ChildQuestion,
	type Question,
	type Section,
	type Step,
	type StepPlan
} from './steps.ts';

declare const brand: unique symbol;
export type AttachmentId = string & { readonly [brand]: 'attachment' };

export const attachmentKinds = ['drawing', 'photo', 'sound'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** What cannot be typed: a drawing, a photo of one, spoken words. A draft like the answer it stands beside, until shared. */
export type Attachment = {
	id: AttachmentId;
	conversation: ConversationId;
	person: PersonId;
	/** Who made it, or sat beside the child; theirs to take away. */
	helper: PersonId;
	question: AnyQuestion;
	kind: AttachmentKind;
	/** What it is of, in the child's own words: for who cannot see or hear it. */
	caption: string;
	file: FileId;
	audience: 'adults' | 'circle' | null;
	madeAt: Date;
	how?: HowSaid | null;
};

/** Beside one answer; more than anybody needs, and no more than a page can show. */
export const mostAttachments = 6;

/** A drawing goes on as long as it has not been shared: the new sheet takes the place of the old one. */
export function replacedBy(kind: AttachmentKind, before: readonly Attachment[]): Attachment | undefined {
	return kind === 'drawing' ? before.find((one) => one.kind === 'drawing' && one.audience === null) : undefined;
}

/**
 * What stands beside an answer is shown where that answer is spoken of; where no step of this talk speaks of it, at the first, so
 * that nothing a child made is left in a drawer.
 */
export function attachmentsAt<T extends Pick<Attachment, 'question'>>(
	all: readonly T[],
	plans: readonly StepPlan[],
	now: Step
): T[] {
	const first = plans[0]?.step;
	const stepOf = ({ question }: T) => {
		const sections: readonly Section[] = [questions[question as Question], childQuestions[question as ChildQuestion]];
		const speaksOfIt = ({ lanes = { home: [], child: [], school: [] }, subjects = [] }: StepPlan) =>
			[...lanes.home, ...lanes.child, ...lanes.school, ...subjects].some((section) => sections.includes(section));
		return plans.find(speaksOfIt)?.step ?? first;
	};
	return all.filter((one) => stepOf(one) === now);
}

export function madeBy(
	one: Pick<Attachment, 'person' | 'helper'>,
	{ person, helper }: Pick<Preparer, 'person' | 'helper'>
) {
	return one.person === person && one.helper === helper;
}
