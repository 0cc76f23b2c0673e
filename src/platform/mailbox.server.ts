import { sql } from 'kysely';
import { now } from './clock.server.ts';
import { local, type Db } from './db.server.ts';
import { newId } from './id.server.ts';
import type { Mail } from './mail.server.ts';

type MailboxId = string & { readonly __mailbox: never };
type Tables = {
	'platform.mailbox': {
		id: MailboxId;
		message_id: string;
		recipient: string;
		subject: string;
		html: string;
		body: string;
		calendar: string | null;
		sent_at: Date;
	};
};

/** A mail comes in. The same one a second time shows as one, as it does in a real mailbox. */
export async function keepInMailbox({ to, subject, html, text, messageId, calendars = [] }: Mail) {
	await tables()
		.insertInto('platform.mailbox')
		.values({
			id: newId<MailboxId>(),
			message_id: messageId,
			recipient: to,
			subject,
			html,
			body: text,
			calendar: calendars.length ? calendars.map(({ content }) => content).join('\r\n') : null,
			sent_at: now()
		})
		.onConflict((on) => on.column('message_id').doNothing())
		.execute();
}

/** The newest mails, of one recipient or of all. */
export function listMailbox(recipient?: string) {
	let query = tables()
		.selectFrom('platform.mailbox')
		.select(['id', 'recipient', 'subject', 'calendar', 'sent_at as sentAt']);
	if (recipient) query = query.where('recipient', '=', recipient);
	return query.orderBy('id', 'desc').limit(200).execute();
}

export function findInMailbox(id: string) {
	return tables()
		.selectFrom('platform.mailbox')
		.where('id', '=', id as MailboxId)
		.select(['id', 'recipient', 'subject', 'html', 'body', 'calendar', 'message_id as messageId', 'sent_at as sentAt'])
		.executeTakeFirst();
}

/** The mails of these messages are gone, wherever they were kept here. */
export async function dropFromMailbox(db: Db, messages: readonly string[]) {
	if (!messages.length) return;
	await db
		.withTables<Tables>()
		.deleteFrom('platform.mailbox')
		.where(sql<string>`split_part(substr(message_id, 2), '@', 1)`, 'in', messages)
		.execute();
}

/** The mails to these addresses, whose account is gone. */
export async function dropMailTo(db: Db, addresses: readonly string[]) {
	if (!addresses.length) return;
	await db.withTables<Tables>().deleteFrom('platform.mailbox').where('recipient', 'in', addresses).execute();
}

function tables() {
	return local().withTables<Tables>();
}
