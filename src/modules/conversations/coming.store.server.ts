import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { addDays, momentOf, type Day, type Time } from '#platform/time.ts';
import type { Tables } from './conversation.store.server.ts';
import type { Conversation } from './conversation.ts';

/** The talks that stand on a day as it is now: for reminders, which are always for the current time. */
export async function findPlannedOn(db: Db, ctx: Ctx, day: Day): Promise<ConversationId[]> {
	const midnight = '00:00' as Time;
	const rows = await db
		.withTables<Tables>()
		.selectFrom('conversations.conversation')
		.where('school_id', '=', ctx.school)
		.where('state', '=', 'planned')
		.where('starts_at', '>=', momentOf(day, midnight))
		.where('starts_at', '<', momentOf(addDays(day, 1), midnight))
		.select('id')
		.execute();
	return rows.map(({ id }) => id);
}

export type OwnComing = Pick<Conversation, 'id' | 'state' | 'startsAt' | 'minutes' | 'sequence' | 'pupil' | 'place'>;

/** The talks with a time at which `ctx.person` has a seat, cancelled ones too, soonest first. */
export async function findOwnBetween(db: Db, ctx: Ctx, from: Date, until: Date): Promise<OwnComing[]> {
	const { rows } = await sql<OwnComing>`
		select c.id, c.state, c.starts_at as "startsAt", c.minutes, c.sequence, c.pupil_id as pupil,
		       json_strip_nulls(json_build_object('kind', c.place, 'location', c.location)) as place
		  from conversations.participant p
		  join conversations.conversation c on c.school_id = p.school_id and c.id = p.conversation_id
		 where p.school_id = ${ctx.school} and p.person_id = ${ctx.person.id}
		   and c.starts_at >= ${from} and c.starts_at < ${until} and c.state <> 'requested'
		 order by c.starts_at, c.id`.execute(db);
	return rows;
}
