import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { MessageId } from '#platform/ids.ts';
import type { NotificationKind } from './notification.ts';

/** Its mail goes by its own id, or by that of the first it went with. */
type Row = { id: MessageId; bundle: MessageId | null };

export async function forgetAbout(db: Db, ctx: Ctx, ids: readonly string[]): Promise<MessageId[]> {
	const { rows } = await sql<Row>`
		delete from notifications.message
		 where school_id = ${ctx.school}
		   and (subject_id = any(${ids}::uuid[]) or person_id = any(${ids}::uuid[])
		        or pupil_id = any(${ids}::uuid[]))
		returning id, bundle_id as bundle`.execute(db);
	return mailsOf(rows);
}

export async function countOld(db: Db, ctx: Ctx, before: Date): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from notifications.message m
		 where m.school_id = ${ctx.school} and m.made_at < ${before}`.execute(db);
	return rows[0]?.count ?? 0;
}

export async function forgetOld(
	db: Db,
	ctx: Ctx,
	before: Date,
	most: number
): Promise<{ messages: number; mails: MessageId[] }> {
	const { rows } = await sql<Row>`
		delete from notifications.message
		 where school_id = ${ctx.school} and id in (
		       select m.id from notifications.message m
		        where m.school_id = ${ctx.school} and m.made_at < ${before} order by m.id limit ${most})
		returning id, bundle_id as bundle`.execute(db);
	return { messages: rows.length, mails: mailsOf(rows) };
}

function mailsOf(rows: readonly Row[]): MessageId[] {
	return [...new Set(rows.flatMap(({ id, bundle }) => (bundle ? [id, bundle] : [id])))];
}

/** What was sent to `ctx.person`, the oldest first. */
export async function findTo(db: Db, ctx: Ctx): Promise<{ kind: NotificationKind; madeAt: Date }[]> {
	const { rows } = await sql<{ kind: NotificationKind; madeAt: Date }>`
		select m.kind, m.made_at as "madeAt" from notifications.message m
		 where m.school_id = ${ctx.school} and m.person_id = ${ctx.person.id} and m.state = 'sent' order by m.id`.execute(db);
	return rows;
}
