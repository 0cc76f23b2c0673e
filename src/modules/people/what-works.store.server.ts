import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { Voice } from './circle.ts';
import type { EntryId, WorksEntry, WorksKind } from './what-works.ts';

type Tables = {
	'people.works_entry': {
		school_id: SchoolId;
		id: EntryId;
		pupil_id: PersonId;
		author_id: PersonId;
		voice: Voice;
		kind: WorksKind;
		words: string;
		version: number;
		written_at: Date;
		removed_at: Date | null;
	};
};

/** What stands on the page of this child, the oldest first. */
export function findAll(db: Db, ctx: Ctx, pupil: PersonId): Promise<WorksEntry[]> {
	return standing(db, ctx, pupil).orderBy('id').execute();
}

export function findToChange(db: Db, ctx: Ctx, pupil: PersonId, id: EntryId): Promise<WorksEntry | undefined> {
	return standing(db, ctx, pupil).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

function standing(db: Db, ctx: Ctx, pupil: PersonId) {
	return db
		.withTables<Tables>()
		.selectFrom('people.works_entry')
		.where('school_id', '=', ctx.school)
		.where('pupil_id', '=', pupil)
		.where('removed_at', 'is', null)
		.select(['id', 'author_id as author', 'voice', 'kind', 'words', 'version', 'written_at as at']);
}

export async function add(
	db: Db,
	ctx: Ctx,
	pupil: PersonId,
	{ kind, voice, words }: Pick<WorksEntry, 'kind' | 'voice' | 'words'>
): Promise<EntryId> {
	const id = newId<EntryId>();
	const by = { school_id: ctx.school, id, pupil_id: pupil, author_id: ctx.person.id };
	await db
		.withTables<Tables>()
		.insertInto('people.works_entry')
		.values({ ...by, kind, voice, words, version: 1, written_at: ctx.now, removed_at: null })
		.execute();
	return id;
}

export async function save(db: Db, ctx: Ctx, { id, words, version, at }: WorksEntry) {
	await db
		.withTables<Tables>()
		.updateTable('people.works_entry')
		.set({ words, version, written_at: at })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

export async function remove(db: Db, ctx: Ctx, id: EntryId) {
	await db
		.withTables<Tables>()
		.updateTable('people.works_entry')
		.set({ removed_at: ctx.now, words: '' })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}
