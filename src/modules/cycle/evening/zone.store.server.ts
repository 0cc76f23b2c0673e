import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Filled } from './zone.input.ts';
import type { Location, Walking } from './zone.ts';

/** The rooms of this school, by name. */
export async function findLocations(db: Db, ctx: Ctx): Promise<Location[]> {
	const { rows } = await sql<Location>`
		select l.id, l.name, l.zone, l.direction from cycle.location l where l.school_id = ${ctx.school}`.execute(db);
	const { compare } = new Intl.Collator('nl', { numeric: true });
	return rows.sort((a, b) => compare(a.name, b.name));
}

export async function findWalking(db: Db, ctx: Ctx): Promise<Walking | undefined> {
	const { rows } = await sql<Walking>`
		select w.near, w.far, w.waiting from cycle.walking w where w.school_id = ${ctx.school}`.execute(db);
	return rows[0];
}

export async function saveWalking(db: Db, ctx: Ctx, { near, far, waiting }: Walking) {
	await sql`
		insert into cycle.walking (school_id, near, far, waiting) values (${ctx.school}, ${near}, ${far}, ${waiting})
		    on conflict (school_id) do update
		   set near = excluded.near, far = excluded.far, waiting = excluded.waiting`.execute(db);
}

/** How many of these rooms there are. */
export async function saveFilled(db: Db, ctx: Ctx, filled: readonly Filled[]): Promise<number> {
	const { rows } = await sql<{ id: string }>`
		update cycle.location l
		   set zone = f.zone, direction = f.direction
		  from jsonb_to_recordset(${JSON.stringify(filled)}::jsonb) as f(id uuid, zone text, direction text)
		 where l.school_id = ${ctx.school} and l.id = f.id
		returning l.id`.execute(db);
	return rows.length;
}
