import type { ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { OwnPurpose, PurposeId, PurposeText } from './purpose.ts';

type Once<T> = ColumnType<T, T, never>;
type Tables = {
	'consent.purpose': {
		school_id: Once<SchoolId>;
		id: Once<PurposeId>;
		title: Once<string>;
		what: Once<string>;
		why: Once<string>;
		readers: Once<string>;
		made_by: Once<PersonId>;
		retired_at: Date | null;
	};
};

/** What a school offers now. */
export function findAll(db: Db, ctx: Ctx): Promise<OwnPurpose[]> {
	return db
		.withTables<Tables>()
		.selectFrom('consent.purpose')
		.where('school_id', '=', ctx.school)
		.where('retired_at', 'is', null)
		.select(['id', 'title', 'what', 'why', 'readers'])
		.orderBy('title')
		.execute();
}

export async function add(db: Db, ctx: Ctx, text: PurposeText): Promise<PurposeId> {
	const id = newId<PurposeId>();
	await db
		.withTables<Tables>()
		.insertInto('consent.purpose')
		.values({ school_id: ctx.school, id, ...text, made_by: ctx.person.id, retired_at: null })
		.execute();
	return id;
}

export async function retire(db: Db, ctx: Ctx, id: PurposeId) {
	const { numUpdatedRows } = await db
		.withTables<Tables>()
		.updateTable('consent.purpose')
		.set({ retired_at: ctx.now })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.where('retired_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
