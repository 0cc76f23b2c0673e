import type { ConversationId, PersonId } from '#platform/ids.ts';
import type { Conversation } from './conversation.ts';

export const parts = ['friend', 'interpreter', 'peer', 'other'] as const;
/** As what somebody comes along. */
export type Part = (typeof parts)[number];

export type CompanionId = string & { readonly __companion: never };

/** Somebody whom parents or the pupil bring to a talk, told to all beforehand (*meegekomen persoon*). */
export type Companion = {
	id: CompanionId;
	conversation: ConversationId;
	namedBy: PersonId;
	name: string;
	part: Part;
};

/** More would outnumber the table. */
export const mostAtATalk = 4;

export function canBring(talk: Pick<Conversation, 'state' | 'startedAt'>): boolean {
	return talk.state === 'planned' && !talk.startedAt;
}
