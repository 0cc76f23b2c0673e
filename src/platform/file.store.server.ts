import type { Db } from './db.server.ts';
import type { FileType } from './file.ts';
import type { FileId, SchoolId } from './ids.ts';

type Here = { school: SchoolId };
type Tables = {
	'platform.file': {
		school_id: SchoolId;
		id: FileId;
		owner: string;
		owner_id: string;
		type: FileType;
		size: number;
		added_at: Date;
		carried_at: Date | null;
	};
	'platform.file_content': { school_id: SchoolId; id: FileId; bytes: Uint8Array };
	'platform.file_gone': { school_id: SchoolId; id: FileId };
};

export type FileRow = Omit<Tables['platform.file'], 'school_id' | 'carried_at'>;

export async function add(db: Db, { school }: Here, file: FileRow, bytes: Uint8Array) {
	await db
		.withTables<Tables>()
		.insertInto('platform.file')
		.values({ school_id: school, ...file, carried_at: null })
		.execute();
	await db
		.withTables<Tables>()
		.insertInto('platform.file_content')
		.values({ school_id: school, id: file.id, bytes: Buffer.from(bytes) })
		.execute();
}

/** The file of this very row, with its bytes unless they were carried to the bucket. */
export function find(db: Db, { school }: Here, id: FileId, ownerId: string) {
	return db
		.withTables<Tables>()
		.selectFrom('platform.file as f')
		.leftJoin('platform.file_content as c', (join) =>
			join.onRef('c.school_id', '=', 'f.school_id').onRef('c.id', '=', 'f.id')
		)
		.where('f.school_id', '=', school)
		.where('f.id', '=', id)
		.where('f.owner_id', '=', ownerId)
		.select(['f.id', 'f.type', 'f.size', 'c.bytes'])
		.executeTakeFirst();
}

export async function drop(db: Db, { school }: Here, id: FileId) {
	const tables = db.withTables<Tables>();
	await tables.deleteFrom('platform.file_content').where('school_id', '=', school).where('id', '=', id).execute();
	const dropped = await tables
		.deleteFrom('platform.file')
		.where('school_id', '=', school)
		.where('id', '=', id)
		.returning('carried_at')
		.executeTakeFirst();
	if (!dropped?.carried_at) return;
	await tables.insertInto('platform.file_gone').values({ school_id: school, id }).execute();
}

/** What still lies in the database, the oldest first. */
export function findToCarry(db: Db, { school }: Here, most: number) {
	return db
		.withTables<Tables>()
		.selectFrom('platform.file as f')
		.innerJoin('platform.file_content as c', (join) =>
			join.onRef('c.school_id', '=', 'f.school_id').onRef('c.id', '=', 'f.id')
		)
		.where('f.school_id', '=', school)
		.where('f.carried_at', 'is', null)
		.orderBy('f.added_at')
		.limit(most)
		.select(['f.id', 'f.type', 'c.bytes'])
		.execute();
}

/** False: it was dropped meanwhile. */
export async function markCarried(db: Db, { school }: Here, id: FileId, at: Date): Promise<boolean> {
	const tables = db.withTables<Tables>();
	const marked = await tables
		.updateTable('platform.file')
		.set({ carried_at: at })
		.where('school_id', '=', school)
		.where('id', '=', id)
		.returning('id')
		.executeTakeFirst();
	await tables.deleteFrom('platform.file_content').where('school_id', '=', school).where('id', '=', id).execute();
	return marked !== undefined;
}

export function findGone(db: Db, { school }: Here, most: number) {
	return db
		.withTables<Tables>()
		.selectFrom('platform.file_gone')
		.where('school_id', '=', school)
		.limit(most)
		.select('id')
		.execute();
}

export async function forgetGone(db: Db, { school }: Here, id: FileId) {
	await db
		.withTables<Tables>()
		.deleteFrom('platform.file_gone')
		.where('school_id', '=', school)
		.where('id', '=', id)
		.execute();
}
