import { sql } from 'kysely';
import type { Db } from './db.server.ts';
import type { SchoolId } from './ids.ts';

type Here = { school: SchoolId };

/** Facts about what is gone, by who is gone, or that name it; told or not. */
export async function sweepFacts(db: Db, { school }: Here, ids: readonly string[]) {
	await sql`select platform.forget_facts(${school}::uuid, ${ids}::uuid[])`.execute(db);
}

export const oldFacts = {
	async count(db: Db, { school }: Here, before: Date): Promise<number> {
		const { rows } = await sql<{ count: number }>`
			select count(*)::int as count from platform.fact f where f.school_id = ${school} and f.at < ${before}`.execute(db);
		return rows[0]?.count ?? 0;
	},
	/** What is still to be told stays until it is. */
	async clear(db: Db, { school }: Here, before: Date, most: number): Promise<number> {
		const { rows } = await sql<{ removed: number }>`
			select platform.forget_old_facts(${school}::uuid, ${before}::timestamptz, ${most}) as removed`.execute(db);
		return rows[0]?.removed ?? 0;
	}
};
