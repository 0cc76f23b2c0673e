import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { local, type Db } from './db.server.ts';
import type { PersonId, RoundId, SchoolId } from './ids.ts';
import { sign } from './secret.server.ts';

type Subjects = { feed: PersonId; wall: RoundId };
/** What an address opens: the calendar of somebody, or a screen with the times of a round. */
export type Purpose = keyof Subjects;

type Tables = {
	'platform.secret_address': {
		code_hash: string;
		purpose: Purpose;
		school_id: SchoolId;
		subject_id: string;
		names: boolean;
		made_at: Date;
	};
};
type Here = { school: SchoolId; now: Date };

/** Of a name that was never made nothing looks like this one; it says nothing about whose it is. */
const bytesLong = 24;

/**
 * A new address, in the transaction that makes it; the one before is of no use any more. The answer is its secret end, which
 * stands nowhere else: shown once, and kept by hash.
 */
export async function makeAddressIn<For extends Purpose>(
	db: Db,
	{ school, now }: Here,
	purpose: For,
	subject: Subjects[For],
	names = false
): Promise<string> {
	const code = randomBytes(bytesLong).toString('base64url');
	const row = { code_hash: await hashOf(purpose, code, db), names, made_at: now };
	await db
		.withTables<Tables>()
		.insertInto('platform.secret_address')
		.values({ ...row, purpose, school_id: school, subject_id: subject })
		.onConflict((on) => on.columns(['school_id', 'purpose', 'subject_id']).doUpdateSet(row))
		.execute();
	return code;
}

/** Whether there is one, since when, and with what in it. */
export function findAddressIn<For extends Purpose>(
	db: Db,
	school: SchoolId,
	purpose: For,
	subject: Subjects[For]
): Promise<{ names: boolean; madeAt: Date } | undefined> {
	return db
		.withTables<Tables>()
		.selectFrom('platform.secret_address')
		.where('school_id', '=', school)
		.where('purpose', '=', purpose)
		.where('subject_id', '=', subject)
		.select(['names', 'made_at as madeAt'])
		.executeTakeFirst();
}

export async function saveNamesIn(db: Db, school: SchoolId, person: PersonId, names: boolean): Promise<boolean> {
	const { numUpdatedRows } = await db
		.withTables<Tables>()
		.updateTable('platform.secret_address')
		.set({ names })
		.where('school_id', '=', school)
		.where('purpose', '=', 'feed')
		.where('subject_id', '=', person)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function endAddressIn<For extends Purpose>(
	db: Db,
	school: SchoolId,
	purpose: For,
	subject: Subjects[For]
): Promise<boolean> {
	const { numDeletedRows } = await db
		.withTables<Tables>()
		.deleteFrom('platform.secret_address')
		.where('school_id', '=', school)
		.where('purpose', '=', purpose)
		.where('subject_id', '=', subject)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

/** What an address opens, found by a keyed hash, so that time tells nothing about other addresses. Undefined: nothing (any more). */
export async function openAddress<For extends Purpose>(
	purpose: For,
	code: string
): Promise<{ school: SchoolId; subject: Subjects[For]; names: boolean } | undefined> {
	const found = await local()
		.withTables<Tables>()
		.selectFrom('platform.secret_address')
		.where('code_hash', '=', await hashOf(purpose, code))
		.where('purpose', '=', purpose)
		.select(['school_id as school', 'subject_id as subject', 'names'])
		.executeTakeFirst();
	return found && { ...found, subject: found.subject as Subjects[For] };
}

/** These persons are gone, and their feeds with them. */
export async function forgetFeedsIn(db: Db, school: SchoolId, persons: readonly PersonId[]) {
	await db
		.withTables<Tables>()
		.deleteFrom('platform.secret_address')
		.where('school_id', '=', school)
		.where('purpose', '=', 'feed')
		.where('subject_id', 'in', persons)
		.execute();
}

/** Feeds of who no longer enters go: their calendar stays empty from the day they left, and the hash by night. */
export async function clear() {
	await local()
		.withTables<Tables>()
		.deleteFrom('platform.secret_address')
		.where('purpose', '=', 'feed')
		.where(
			sql<boolean>`not exists (select from platform.membership m
				where m.school_id = secret_address.school_id and m.person_id = secret_address.subject_id)`
		)
		.execute();
}

function hashOf(purpose: Purpose, code: string, db?: Db) {
	return sign(`address ${purpose} ${code}`, db);
}
