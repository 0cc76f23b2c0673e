import { sql } from 'kysely';
import type { Db } from '#platform/db.server.ts';
import type { MessageId, SchoolId } from '#platform/ids.ts';
import type { Message, MessageState, Tables } from './message.store.server.ts';

type Here = { school: SchoolId };
export type DueMessage = Message & { state: MessageState; urgent: boolean; bundle: MessageId | null };

/** One at a time takes what is due at a school, until its transaction ends: or what goes together would be divided over two. */
export async function takeTurn(db: Db, { school }: Here) {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`deliver ${school}`}::text, 0))`.execute(db);
}

/** All that is due to the `people` who wait longest and nobody sends, or whose sender is gone. Held for this transaction. */
export async function takeDue(db: Db, { school }: Here, now: Date, people: number): Promise<DueMessage[]> {
	const { rows } = await sql<DueMessage>`
		select m.id, m.kind, m.person_id as person, m.subject_id as subject, m.about_at as "aboutAt", m.attempts, m.state,
		       m.urgent, m.bundle_id as bundle
		  from notifications.message m
		 where m.school_id = ${school} and m.state in ('waiting', 'sending') and m.due_at <= ${now}
		   and m.person_id in (
		       select w.person_id from notifications.message w
		        where w.school_id = ${school} and w.state in ('waiting', 'sending') and w.due_at <= ${now}
		        group by w.person_id order by min(w.due_at), w.person_id limit ${people})
		 order by m.id
		   for update of m skip locked`.execute(db);
	return rows;
}

/** Once somebody sends these together, they go together. */
export async function bundle(db: Db, { school }: Here, bundle: MessageId, ids: readonly MessageId[]) {
	await db
		.withTables<Tables>()
		.updateTable('notifications.message')
		.set({ bundle_id: bundle })
		.where('school_id', '=', school)
		.where('id', 'in', ids)
		.where('bundle_id', 'is', null)
		.execute();
}
