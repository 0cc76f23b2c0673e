import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Tables } from '#modules/people/people.store.server.ts';
import type { ImportId, ImportState } from './import.ts';
import type { WaitingList } from './mapping.store.server.ts';
import type { ImportReport } from './report.ts';
import type { Roster } from './roster.ts';

/** Without a roster there is a list that has to be understood first. */
export async function addWaiting(
	db: Db,
	ctx: Ctx,
	id: ImportId,
	roster: Roster | null,
	list: WaitingList | null = null
) {
	await db
		.withTables<Tables>()
		.insertInto('people.import')
		.values({
			school_id: ctx.school,
			id,
			person_id: ctx.person.id,
			state: roster ? 'waiting' : 'mapping',
			roster: roster && JSON.stringify(roster),
			list: list && JSON.stringify(list),
			at: ctx.now
		})
		.execute();
}

/** Read in at once, from the command line: it is not confirmed later. */
export async function addRunning(db: Db, ctx: Ctx, id: ImportId) {
	await db
		.withTables<Tables>()
		.insertInto('people.import')
		.values({ school_id: ctx.school, id, person_id: ctx.person.id, state: 'running', roster: null, at: ctx.now })
		.execute();
}

export async function find(db: Db, ctx: Ctx, id: ImportId) {
	return db
		.withTables<Tables>()
		.selectFrom('people.import')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.select(['state', 'roster', 'report', 'at', 'list'])
		.executeTakeFirst();
}

/** Is anything being read in that began after `since`? */
export async function isReading(db: Db, ctx: Ctx, since: Date) {
	const found = await db
		.withTables<Tables>()
		.selectFrom('people.import')
		.where('school_id', '=', ctx.school)
		.where('state', '=', 'running')
		.where('at', '>=', since)
		.select('id')
		.executeTakeFirst();
	return !!found;
}

/** Undefined when it was no longer in the state `from`: somebody else was first. */
export async function move(db: Db, ctx: Ctx, id: ImportId, from: ImportState, to: ImportState) {
	return db
		.withTables<Tables>()
		.updateTable('people.import')
		.set({ state: to, at: ctx.now })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.where('state', '=', from)
		.returning('id')
		.executeTakeFirst();
}

/** Hold what is being read in; whoever else would read it in waits, and then finds it done. */
export async function hold(db: Db, ctx: Ctx, id: ImportId) {
	return db
		.withTables<Tables>()
		.selectFrom('people.import')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.where('state', '=', 'running')
		.select('roster')
		.forUpdate()
		.executeTakeFirst();
}

/** What it came to stays; what was in the files does not. */
export async function finish(db: Db, ctx: Ctx, id: ImportId, report: ImportReport) {
	await db
		.withTables<Tables>()
		.updateTable('people.import')
		.set({ state: 'done', roster: null, list: null, report: JSON.stringify(report) })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

export async function throwAway(db: Db, ctx: Ctx, before: Date) {
	await db
		.withTables<Tables>()
		.deleteFrom('people.import')
		.where('school_id', '=', ctx.school)
		.where('state', 'in', ['mapping', 'waiting', 'running', 'failed'])
		.where('at', '<', before)
		.execute();
}
