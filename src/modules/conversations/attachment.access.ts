import { mayRead } from '#modules/people/audience.ts';
import { memberOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { Attachment } from './attachment.ts';
import type { Conversation } from './conversation.ts';
import { mayReadRecord } from './conversation.access.ts';

/** A draft is its maker's alone; what was shared is for who may read the page of the talk, within its audience. */
export function mayOpen(
	talk: Conversation,
	circle: Circle,
	reader: Member,
	{ helper, audience }: Pick<Attachment, 'helper' | 'audience'>
): boolean {
	if (helper === reader.person) return true;
	if (!audience || !mayReadRecord(talk, reader)) return false;
	return mayRead(audience, reader, memberOf(circle, helper) ?? { person: helper, household: null });
}
