import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import type { Tables } from './cycle.store.server.ts';
import type { Block, BlockId, LocationId } from './offer.ts';

/** What was offered in this round, by one teacher or by all, soonest first. */
export async function findBlocks(
	db: Db,
	ctx: Ctx,
	round: RoundId,
	teachers: readonly PersonId[] | null = null
): Promise<Block[]> {
	const { rows } = await sql<Block>`
		select b.id, b.teacher_id as teacher, b.starts_at as "startsAt", b.ends_at as "endsAt", b.places,
		       case when l.id is null then null else json_build_object('id', l.id, 'name', l.name) end as location
		  from cycle.block b
		  left join cycle.location l on l.school_id = b.school_id and l.id = b.location_id
		 where b.school_id = ${ctx.school} and b.round_id = ${round}
		   and (${teachers}::uuid[] is null or b.teacher_id = any(${teachers}::uuid[]))
		 order by b.starts_at, b.id`.execute(db);
	return rows;
}

/** The blocks of this round in which a talk was agreed. */
export async function findHeld(db: Db, ctx: Ctx, round: RoundId): Promise<Set<BlockId>> {
	const { rows } = await sql<{ id: BlockId }>`
		select distinct b.block_id as id from cycle.booking b
		 where b.school_id = ${ctx.school} and b.round_id = ${round} and b.block_id is not null`.execute(db);
	return new Set(rows.map(({ id }) => id));
}

export async function addBlock(db: Db, ctx: Ctx, round: RoundId, block: Block) {
	await db
		.withTables<Tables>()
		.insertInto('cycle.block')
		.values({
			school_id: ctx.school,
			id: block.id,
			round_id: round,
			teacher_id: block.teacher,
			starts_at: block.startsAt,
			ends_at: block.endsAt,
			location_id: block.location?.id ?? null,
			places: block.places
		})
		.execute();
}

/** Whether there was such a block. With a booking in it the database refuses (23503). */
export async function removeBlock(db: Db, ctx: Ctx, round: RoundId, id: BlockId): Promise<boolean> {
	const { numDeletedRows } = await db
		.withTables<Tables>()
		.deleteFrom('cycle.block')
		.where('school_id', '=', ctx.school)
		.where('round_id', '=', round)
		.where('teacher_id', '=', ctx.person.id)
		.where('id', '=', id)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

/** The room of this name; a new one when school has none yet. */
export async function locationNamed(db: Db, ctx: Ctx, name: string): Promise<{ id: LocationId; name: string }> {
	return db
		.withTables<Tables>()
		.insertInto('cycle.location')
		.values({ school_id: ctx.school, id: newId<LocationId>(), key: name.toLowerCase(), name })
		.onConflict((on) => on.columns(['school_id', 'key']).doUpdateSet({ key: name.toLowerCase() }))
		.returning(['id', 'name'])
		.executeTakeFirstOrThrow();
}

export function findLocations(db: Db, ctx: Ctx) {
	return db
		.withTables<Tables>()
		.selectFrom('cycle.location')
		.where('school_id', '=', ctx.school)
		.select('name')
		.orderBy('key')
		.execute();
}
