import type { MessageId, PersonId } from '#platform/ids.ts';
import { isReminder, type NotificationKind } from './notification.ts';

/** What goes to one person in one mail. `id` makes its Message-ID, and stays when it goes again. */
export type Bundle<Message> = { id: MessageId; person: PersonId; messages: readonly Message[] };

type Due = {
	id: MessageId;
	kind: NotificationKind;
	person: PersonId;
	state: string;
	/** Of what went before, or was about to: with which others. */
	bundle: MessageId | null;
};

/** With a code in it, or a calendar that its reader asked for: each a mail of its own. */
const alone: readonly NotificationKind[] = ['welcome', 'agreement-calendar'];

/**
 * What is due, by person: one mail instead of a stream. What was in a mail before goes with those again and with no others, so
 * that it is the same mail; the last of it may have come already.
 */
export function bundlesOf<Message extends Due>(due: readonly Message[]): Bundle<Message>[] {
	const key = ({ id, kind, person, bundle }: Due) => bundle ?? (alone.includes(kind) ? id : `new ${person}`);
	return [...Map.groupBy(due, key).values()].map((messages) => {
		const [first] = messages as [Message, ...Message[]];
		return { id: first.bundle ?? first.id, person: first.person, messages };
	});
}

/** Found while it was being sent by who is gone: it may have come, and a reminder comes at most once (decision 4). */
export function isLost({ state, kind }: Pick<Due, 'state' | 'kind'>): boolean {
	return state === 'sending' && isReminder(kind);
}
