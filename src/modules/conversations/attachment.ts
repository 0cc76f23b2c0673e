import type { ConversationId, FileId, PersonId } from '#platform/ids.ts';
import type { AnyQuestion, Preparer } from './preparation.ts';

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
};

/** Beside one answer; more than anybody needs, and no more than a page can show. */
export const mostAttachments = 6;

/** A drawing goes on as long as it has not been shared: the new sheet takes the place of the old one. */
export function replacedBy(kind: AttachmentKind, before: readonly Attachment[]): Attachment | undefined {
	return kind === 'drawing' ? before.find((one) => one.kind === 'drawing' && one.audience === null) : undefined;
}

export function madeBy(
	one: Pick<Attachment, 'person' | 'helper'>,
	{ person, helper }: Pick<Preparer, 'person' | 'helper'>
) {
	return one.person === person && one.helper === helper;
}
