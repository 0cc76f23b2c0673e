import { sql } from 'kysely';
import { local, type Db } from './db.server.ts';
import type { SchoolId } from './ids.ts';

/** The school with this BRIN (the ministry's number of a school), or undefined when it does not live here. */
export async function schoolWithBrin(brin: string): Promise<SchoolId | undefined> {
	const { rows } = await sql<{ school_id: SchoolId }>`
		select school_id from platform.tenant where brin = ${brin.toUpperCase()}`.execute(local());
	return rows[0]?.school_id;
}

/** Let a school in, in the transaction that sets it up. Its BRIN is taken: SQLSTATE 23505. */
export async function addTenant(db: Db, school: SchoolId, brin: string) {
	await sql`insert into platform.tenant (school_id, brin) values (${school}, ${brin.toUpperCase()})`.execute(db);
}
