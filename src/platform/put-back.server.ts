import { sql } from 'kysely';
import type { Db } from './db.server.ts';
import type { AccountId, PersonId, SchoolId } from './ids.ts';

/** How somebody enters, as it is kept: to be put back as it was. */
export type MembershipRow = { account_id: AccountId; entered_at: string | null; joined_at: string | null };

/** By which account these persons of one school enter, and since when. */
export async function membershipsIn(db: Db, school: SchoolId, persons: readonly PersonId[]) {
	const { rows } = await sql<{ person_id: PersonId; row: MembershipRow }>`
		select m.person_id,
		       jsonb_build_object('account_id', m.account_id, 'entered_at', m.entered_at, 'joined_at', m.joined_at) as row
		  from platform.membership m
		 where m.school_id = ${school} and m.person_id = any(${persons}::uuid[])`.execute(db);
	return new Map(rows.map(({ person_id, row }) => [person_id, row]));
}

/** Of these persons of one school, and of who has one of these accounts: some who have ever entered. */
export async function haveEnteredIn(
	db: Db,
	school: SchoolId,
	persons: readonly PersonId[],
	accounts: readonly AccountId[]
): Promise<PersonId[]> {
	const { rows } = await sql<{ person_id: PersonId }>`
		select m.person_id from platform.membership m
		 where m.school_id = ${school}
		   and ((m.person_id = any(${persons}::uuid[]) and m.entered_at is not null)
		        or (m.account_id = any(${accounts}::uuid[])
		            and exists (select from platform.session s where s.account_id = m.account_id)))
		 limit 20`.execute(db);
	return rows.map(({ person_id }) => person_id);
}

/** Persons enter by the account they had before, or not at all. */
export async function putBackIn(
	db: Db,
	school: SchoolId,
	before: readonly { person: PersonId; row: MembershipRow | null }[]
) {
	const out = before.filter(({ row }) => !row).map(({ person }) => person);
	const back = before.filter(({ row }) => row).map(({ person, row }) => JSON.stringify({ person_id: person, ...row }));
	await sql`
		delete from platform.membership where school_id = ${school} and person_id = any(${out}::uuid[])`.execute(db);
	await sql`
		insert into platform.membership (school_id, person_id, account_id, entered_at, joined_at)
		select ${school}::uuid, r.person_id, r.account_id, r.entered_at, r.joined_at
		  from unnest(${back}::text[]) as b(text)
		  cross join lateral jsonb_populate_record(null::platform.membership, b.text::jsonb) r
		on conflict (school_id, person_id)
		do update set account_id = excluded.account_id, joined_at = excluded.joined_at`.execute(db);
}

/** Of these accounts those go that nobody enters by. */
export async function removeUnusedIn(db: Db, accounts: readonly AccountId[]) {
	await sql`
		delete from platform.account a
		 where a.id = any(${accounts}::uuid[])
		   and not exists (select from platform.membership m where m.account_id = a.id)
		   and not exists (select from platform.session s where s.account_id = a.id)`.execute(db);
}

/** Every table with school data, with its columns that may point at something. */
export async function idColumns(db: Db): Promise<{ name: string; columns: string[] }[]> {
	const { rows } = await sql<{ name: string; columns: string[] }>`
		select p.name, array_agg(a.attname::text) as columns
		  from platform.protected_table p
		  join pg_attribute a on a.attrelid = p.name::regclass and a.attnum > 0 and not a.attisdropped
		 where a.atttypid = 'uuid'::regtype and a.attname not in ('school_id', 'id')
		 group by p.name order by p.name`.execute(db);
	return rows;
}
