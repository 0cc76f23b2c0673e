import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { FileType } from '#platform/file.ts';
import type { FileId, PersonId, SchoolId } from '#platform/ids.ts';
import type { DevelopmentId } from './development.ts';
import { mediumOf, type Evidence, type EvidenceId, type EvidenceKind } from './evidence.ts';

type Tables = {
	'conversations.evidence': {
		school_id: SchoolId;
		id: EvidenceId;
		development_id: DevelopmentId;
		pupil_id: PersonId;
		kind: EvidenceKind;
		type: FileType;
		caption: string;
		file_id: FileId;
		size: number;
		added_at: Date;
	};
};

/** Beside these notes, in the order in which it was added. */
export async function findBeside(
	db: Db,
	{ school }: Pick<Ctx, 'school'>,
	notes: readonly DevelopmentId[]
): Promise<Evidence[]> {
	if (!notes.length) return [];
	const found = await db
		.withTables<Tables>()
		.selectFrom('conversations.evidence')
		.where('school_id', '=', school)
		.where('development_id', 'in', notes)
		.orderBy('added_at')
		.orderBy('id')
		.select(['id', 'development_id as development', 'pupil_id as pupil', 'kind', 'type', 'caption', 'size'])
		.select(['file_id as file', 'added_at as addedAt'])
		.execute();
	return found.map((one) => ({ ...one, medium: mediumOf(one.type) }));
}

/**
 * How many bytes lie beside the notes about this child. Who adds to it comes after who is adding: without this lock two at
 * once would each find room for one (tests/races).
 */
export async function holdUsed(db: Db, { school }: Pick<Ctx, 'school'>, pupil: PersonId): Promise<number> {
	await sql`
		select id from people.pupil where school_id = ${school} and id = ${pupil} for no key update`.execute(db);
	const { rows } = await sql<{ used: string }>`
		select coalesce(sum(size), 0) as used from conversations.evidence
		 where school_id = ${school} and pupil_id = ${pupil}`.execute(db);
	return Number(rows[0]!.used);
}

export async function add(db: Db, ctx: Ctx, one: Evidence) {
	const { development, pupil, file, addedAt, medium: _, ...rest } = one;
	await db
		.withTables<Tables>()
		.insertInto('conversations.evidence')
		.values({
			...{ ...rest, school_id: ctx.school, development_id: development, pupil_id: pupil },
			...{ file_id: file, added_at: addedAt }
		})
		.execute();
}

export async function describe(db: Db, ctx: Ctx, id: EvidenceId, caption: string) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.evidence')
		.set({ caption })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

export async function remove(db: Db, { school }: Pick<Ctx, 'school'>, id: EvidenceId) {
	await db
		.withTables<Tables>()
		.deleteFrom('conversations.evidence')
		.where('school_id', '=', school)
		.where('id', '=', id)
		.execute();
}
