import { sql, type ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { Chapter, ExportId, ExportState } from './export.ts';

type Once<T> = ColumnType<T, T, never>;
type Tables = {
	'consent.export': {
		school_id: Once<SchoolId>;
		id: Once<ExportId>;
		about_id: Once<PersonId>;
		asked_by: Once<PersonId>;
		asked_at: Once<Date>;
		state: ExportState;
		done: number;
		total: number;
		content: ColumnType<Chapter[] | null, null, string | null>;
		made_at: Date | null;
	};
	'consent.download': {
		school_id: SchoolId;
		export_id: ExportId;
		id: string;
		person_id: PersonId;
		form: 'page' | 'json';
		at: Date;
	};
};
type Here = Pick<Ctx, 'school'>;

export async function add(db: Db, ctx: Ctx, about: PersonId, total: number): Promise<ExportId> {
	const id = newId<ExportId>();
	await db
		.withTables<Tables>()
		.insertInto('consent.export')
		.values({
			...{ school_id: ctx.school, id, about_id: about, asked_by: ctx.person.id, asked_at: ctx.now },
			...{ state: 'waiting', done: 0, total, content: null, made_at: null }
		})
		.execute();
	return id;
}

/** The exports about somebody, the newest first, without what is in them. */
export function findAbout(db: Db, ctx: Ctx, about: PersonId) {
	return db
		.withTables<Tables>()
		.selectFrom('consent.export')
		.where('school_id', '=', ctx.school)
		.where('about_id', '=', about)
		.select(['id', 'asked_by as askedBy', 'asked_at as askedAt', 'state', 'done', 'total', 'made_at as madeAt'])
		.orderBy('id', 'desc')
		.execute();
}

export function findDownloads(db: Db, ctx: Ctx, exports: readonly ExportId[]) {
	return db
		.withTables<Tables>()
		.selectFrom('consent.download')
		.where('school_id', '=', ctx.school)
		.where('export_id', '=', sql<ExportId>`any(${exports}::uuid[])`)
		.select(['export_id as export', 'person_id as person', 'form', 'at'])
		.orderBy('at', 'desc')
		.execute();
}

export function find(db: Db, ctx: Here, id: ExportId) {
	return db
		.withTables<Tables>()
		.selectFrom('consent.export')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.select(['id', 'about_id as about', 'asked_by as askedBy', 'state', 'content', 'made_at as madeAt'])
		.executeTakeFirst();
}

export async function addDownload(db: Db, ctx: Ctx, export_id: ExportId, form: 'page' | 'json') {
	await db
		.withTables<Tables>()
		.insertInto('consent.download')
		.values({ school_id: ctx.school, export_id, id: newId(), person_id: ctx.person.id, form, at: ctx.now })
		.execute();
}

/** The next that nobody makes, taken by who asks; one that was begun and never finished is begun again by the next sweep. */
export async function take(db: Db, { school }: Here) {
	const next = await db
		.withTables<Tables>()
		.selectFrom('consent.export')
		.where('school_id', '=', school)
		.where('state', '=', 'waiting')
		.select(['id', 'about_id as about', 'asked_by as askedBy'])
		.orderBy('id')
		.limit(1)
		.forUpdate()
		.skipLocked()
		.executeTakeFirst();
	if (next) await mark(db, { school }, next.id, { state: 'making' });
	return next;
}

type Change = { state?: ExportState; done?: number; content?: string | null; made_at?: Date | null };

export async function mark(db: Db, { school }: Here, id: ExportId, to: Change) {
	await db
		.withTables<Tables>()
		.updateTable('consent.export')
		.set(to)
		.where('school_id', '=', school)
		.where('id', '=', id)
		.execute();
}

/** What lay ready for a week is emptied; that it was there, and who took it along, stays as long as the dossier. */
export async function empty(db: Db, { school }: Here, before: Date): Promise<number> {
	const { numUpdatedRows } = await db
		.withTables<Tables>()
		.updateTable('consent.export')
		.set({ state: 'gone', content: null })
		.where('school_id', '=', school)
		.where('state', '=', 'ready')
		.where('made_at', '<', before)
		.executeTakeFirst();
	return Number(numUpdatedRows);
}

/** Begun and not finished for so long that whoever made it is gone. */
export async function release(db: Db, { school }: Here, before: Date) {
	await db
		.withTables<Tables>()
		.updateTable('consent.export')
		.set({ state: 'waiting', done: 0 })
		.where('school_id', '=', school)
		.where('state', '=', 'making')
		.where('asked_at', '<', before)
		.execute();
}
