import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId, SchoolId } from '#platform/ids.ts';
import type { Place } from './agenda.ts';
import type { Conversation } from './conversation.ts';
import type { EntryId } from './entry.ts';

type Tables = {
	'conversations.point': {
		school_id: SchoolId;
		entry_id: EntryId;
		conversation_id: ConversationId;
		place: number | null;
		left_at: Date | null;
		carried_to: ConversationId | null;
	};
};

export function findPlaces(db: Db, ctx: Ctx, conversation: ConversationId): Promise<Place[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.point')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', conversation)
		.select(['entry_id as entry', 'place', 'left_at as leftAt', 'carried_to as carriedTo'])
		.execute();
}

/** The whole order at once; whoever gives it holds the talk, so that two orders never mix. */
export async function saveOrder(db: Db, ctx: Ctx, conversation: ConversationId, order: readonly EntryId[]) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.point')
		.values(
			order.map((entry_id, place) => ({
				...{ school_id: ctx.school, entry_id, conversation_id: conversation, place },
				...{ left_at: null, carried_to: null }
			}))
		)
		.onConflict((on) =>
			on.columns(['school_id', 'entry_id']).doUpdateSet({ place: (row) => row.ref('excluded.place') })
		)
		.execute();
}

export async function leave(db: Db, ctx: Ctx, conversation: ConversationId, entry: EntryId) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.point')
		.values({
			...{ school_id: ctx.school, entry_id: entry, conversation_id: conversation, place: null },
			...{ left_at: ctx.now, carried_to: null }
		})
		.onConflict((on) =>
			on.columns(['school_id', 'entry_id']).doUpdateSet({ left_at: (row) => row.ref('excluded.left_at') })
		)
		.execute();
}

/**
 * The points about this child that nobody got to and that may go along to this talk: whose voice and hand both come, and
 * no guardian or visitor comes who was not at the talk they were meant for (two homes keep their own, handbook §3.1).
 */
export async function holdLeft(db: Db, ctx: Ctx, talk: Pick<Conversation, 'id' | 'pupil'>): Promise<EntryId[]> {
	const { rows } = await sql<{ entry: EntryId }>`
		select p.entry_id as entry
		  from conversations.point p
		  join conversations.entry e on e.school_id = p.school_id and e.id = p.entry_id
		  join conversations.conversation c on c.school_id = p.school_id and c.id = p.conversation_id
		 where p.school_id = ${ctx.school} and c.pupil_id = ${talk.pupil} and c.id <> ${talk.id}
		   and p.left_at is not null and p.carried_to is null and e.removed_at is null
		   and exists (select 1 from conversations.participant s
		                where s.school_id = e.school_id and s.conversation_id = ${talk.id} and s.person_id = e.helper_id)
		   and exists (select 1 from conversations.participant s
		                where s.school_id = e.school_id and s.conversation_id = ${talk.id} and s.person_id = e.person_id)
		   and not exists (
		     select 1 from conversations.participant s
		       join people.person who on who.school_id = s.school_id and who.id = s.person_id
		      where s.school_id = p.school_id and s.conversation_id = ${talk.id} and who.role in ('guardian', 'other')
		        and not exists (select 1 from conversations.participant was
		                         where was.school_id = s.school_id and was.conversation_id = c.id
		                           and was.person_id = s.person_id))
		 order by c.starts_at, p.place, e.said_at, e.id
		   for no key update of p`.execute(db);
	return rows.map(({ entry }) => entry);
}

/** The same words, of the same voice and for the same ears, on the page of another talk. */
export async function carry(db: Db, ctx: Ctx, entry: EntryId, to: ConversationId) {
	await sql`
		insert into conversations.entry
		  (school_id, id, conversation_id, section, person_id, helper_id, audience, text, minutes, version, said_at)
		select e.school_id, ${newId<EntryId>()}::uuid, ${to}::uuid, e.section, e.person_id, e.helper_id, e.audience, e.text,
		       e.minutes, 1, e.said_at
		  from conversations.entry e
		 where e.school_id = ${ctx.school} and e.id = ${entry}
		returning id`.execute(db);
	await db
		.withTables<Tables>()
		.updateTable('conversations.point')
		.set({ carried_to: to })
		.where('school_id', '=', ctx.school)
		.where('entry_id', '=', entry)
		.execute();
}
