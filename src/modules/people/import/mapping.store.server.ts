import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Tables } from '#modules/people/people.store.server.ts';
import type { ImportId } from './import.ts';
import { titlesKey, type ForeignList, type ListMapping } from './mapping.ts';
import type { Roster } from './roster.ts';

/** What waits to be understood: the list, what else was given with it, and what was said of it last. */
export type WaitingList = { list: ForeignList; others: Roster | null; mapping: ListMapping | null };

export async function findMapping(db: Db, ctx: Ctx, list: ForeignList): Promise<ListMapping | undefined> {
	const found = await db
		.withTables<Tables>()
		.selectFrom('people.import_mapping')
		.where('school_id', '=', ctx.school)
		.where('titles', '=', titlesKey(list))
		.select('mapping')
		.executeTakeFirst();
	return found?.mapping;
}

export async function rememberMapping(db: Db, ctx: Ctx, list: ForeignList, mapping: ListMapping) {
	const kept = { mapping: JSON.stringify(mapping), at: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('people.import_mapping')
		.values({ school_id: ctx.school, titles: titlesKey(list), ...kept })
		.onConflict((on) => on.columns(['school_id', 'titles']).doUpdateSet(kept))
		.execute();
}

export async function findList(db: Db, ctx: Ctx, id: ImportId): Promise<WaitingList | undefined> {
	const found = await db
		.withTables<Tables>()
		.selectFrom('people.import')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.where('state', 'in', ['mapping', 'waiting'])
		.select('list')
		.executeTakeFirst();
	return found?.list ?? undefined;
}

/** From now on it waits to be confirmed, as understood. */
export async function understand(db: Db, ctx: Ctx, id: ImportId, waiting: WaitingList, roster: Roster) {
	await db
		.withTables<Tables>()
		.updateTable('people.import')
		.set({ state: 'waiting', roster: JSON.stringify(roster), list: JSON.stringify(waiting) })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.where('state', 'in', ['mapping', 'waiting'])
		.execute();
}
