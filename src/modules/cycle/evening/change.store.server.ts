import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';

type At = Pick<Ctx, 'school'>;

export async function count(db: Db, { school }: At, round: RoundId): Promise<number> {
	const { rows } = await sql<{ changes: string }>`
		select r.changes from cycle.round r where r.school_id = ${school} and r.id = ${round}`.execute(db);
	return Number(rows[0]?.changes ?? 0);
}

/** One more; the answer is the new number. */
export async function countOneMore(db: Db, { school }: At, round: RoundId): Promise<number | undefined> {
	const { rows } = await sql<{ changes: string }>`
		update cycle.round set changes = changes + 1 where school_id = ${school} and id = ${round} returning changes`.execute(
		db
	);
	return rows[0] && Number(rows[0].changes);
}
