import type { Voice } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { Development, DevelopmentId, Domain, NoteAudience } from './development.ts';

type Tables = {
	'conversations.development': {
		school_id: SchoolId;
		id: DevelopmentId;
		pupil_id: PersonId;
		author_id: PersonId;
		voice: Voice;
		domain: Domain;
		words: string;
		audience: NoteAudience;
		version: number;
		written_at: Date;
		reworded_at: Date | null;
		withdrawn_at: Date | null;
	};
};

const columns = [
	...(['id', 'pupil_id as pupil', 'author_id as author', 'voice', 'domain', 'words', 'audience', 'version'] as const),
	...(['written_at as writtenAt', 'reworded_at as rewordedAt', 'withdrawn_at as withdrawnAt'] as const)
] as const;

function all(db: Db, { school }: Pick<Ctx, 'school'>) {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.development')
		.where('school_id', '=', school)
		.select(columns);
}

/** Of one child, the newest first; who may read which is for the rules. */
export function findOf(
	db: Db,
	ctx: Ctx,
	pupil: PersonId,
	{ domain, before, most }: { domain?: Domain; before?: Date; most: number }
): Promise<Development[]> {
	return all(db, ctx)
		.where('pupil_id', '=', pupil)
		.where('withdrawn_at', 'is', null)
		.$if(domain !== undefined, (found) => found.where('domain', '=', domain!))
		.$if(before !== undefined, (found) => found.where('written_at', '<', before!))
		.orderBy('written_at', 'desc')
		.orderBy('id', 'desc')
		.limit(most)
		.execute();
}

/** What this writer withdrew and may still put back. */
export function findWithdrawn(db: Db, ctx: Ctx, pupil: PersonId, since: Date): Promise<Development[]> {
	return all(db, ctx)
		.where('pupil_id', '=', pupil)
		.where('author_id', '=', ctx.person.id)
		.where('withdrawn_at', '>=', since)
		.orderBy('withdrawn_at', 'desc')
		.execute();
}

export function find(db: Db, ctx: Ctx, pupil: PersonId, id: DevelopmentId): Promise<Development | undefined> {
	return all(db, ctx).where('pupil_id', '=', pupil).where('id', '=', id).executeTakeFirst();
}

/** Of these, oldest first. */
export function findThese(db: Db, ctx: Ctx, pupil: PersonId, ids: readonly DevelopmentId[]): Promise<Development[]> {
	if (!ids.length) return Promise.resolve([]);
	return all(db, ctx).where('pupil_id', '=', pupil).where('id', 'in', ids).orderBy('written_at').execute();
}

/** Held, so that who changes it at once comes after, and who puts evidence beside it as well. */
export function findToChange(db: Db, ctx: Ctx, pupil: PersonId, id: DevelopmentId): Promise<Development | undefined> {
	return all(db, ctx).where('pupil_id', '=', pupil).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

export function findOld(db: Db, ctx: Pick<Ctx, 'school'>, before: Date, most: number): Promise<Development[]> {
	return all(db, ctx).where('withdrawn_at', '<', before).limit(most).forUpdate().execute();
}

export async function add(db: Db, ctx: Ctx, note: Development) {
	const { pupil, author, writtenAt, rewordedAt, withdrawnAt, ...rest } = note;
	await db
		.withTables<Tables>()
		.insertInto('conversations.development')
		.values({
			...{ ...rest, school_id: ctx.school, pupil_id: pupil, author_id: author },
			...{ written_at: writtenAt, reworded_at: rewordedAt, withdrawn_at: withdrawnAt }
		})
		.execute();
}

export async function save(db: Db, ctx: Ctx, note: Development) {
	const { id, domain, words, audience, version, rewordedAt, withdrawnAt } = note;
	await db
		.withTables<Tables>()
		.updateTable('conversations.development')
		.set({ domain, words, audience, version, reworded_at: rewordedAt, withdrawn_at: withdrawnAt })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

export async function remove(db: Db, { school }: Pick<Ctx, 'school'>, id: DevelopmentId) {
	await db
		.withTables<Tables>()
		.deleteFrom('conversations.development')
		.where('school_id', '=', school)
		.where('id', '=', id)
		.execute();
}
