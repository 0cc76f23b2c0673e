import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import type { Tables } from './cycle.store.server.ts';
import type { Round } from './round.ts';

export async function add(db: Db, ctx: Pick<Ctx, 'school'>, codeHash: string, round: RoundId, person: PersonId) {
	await db
		.withTables<Tables>()
		.insertInto('cycle.invitation')
		.values({ school_id: ctx.school, code_hash: codeHash, round_id: round, person_id: person })
		.execute();
}

/** Whom a code is for, with what says whether it still counts. */
export async function find(db: Db, { school }: Pick<Ctx, 'school'>, codeHash: string) {
	const { rows } = await sql<{ person: PersonId; round: RoundId } & Pick<Round, 'state' | 'lastDay'>>`
		select i.person_id as person, i.round_id as round, r.state, r.last_day as "lastDay"
		  from cycle.invitation i
		  join cycle.round r on r.school_id = i.school_id and r.id = i.round_id
		 where i.school_id = ${school} and i.code_hash = ${codeHash}`.execute(db);
	return rows[0];
}
