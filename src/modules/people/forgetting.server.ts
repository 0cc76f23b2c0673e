import { forgetAccountsIn } from '#platform/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { addMinutes, dayOf } from '#platform/time.ts';
import { undoMinutes } from '#modules/people/import/undo.ts';
import { forgetChanges } from '#modules/people/import/undo.store.server.ts';
import * as store from './forgetting.store.server.ts';

/** Remove the lasting pages of a pupil who left: lines of communication, who to go to, what works. */
export function forgetPagesIn(db: Db, ctx: Ctx, pupil: PersonId): Promise<string[]> {
	return store.forgetPages(db, ctx, pupil);
}

/** Remove a pupil who left, and whoever was here for this pupil alone; their ids. Their accounts go when nothing else is theirs. */
export async function forgetPupilIn(db: Db, ctx: Ctx, pupil: PersonId): Promise<string[]> {
	const pages = await forgetPagesIn(db, ctx, pupil);
	const gone = await store.forgetPupil(db, ctx, pupil);
	await forgetAccountsIn(db, ctx.school, gone);
	return [...pages, ...gone];
}

export const oldStaff = {
	count: (db: Db, ctx: Ctx, before: Date) => store.countStaff(db, ctx, dayOf(before)),
	/** Of whom something is still kept stays: a name under words that somebody may read. */
	async clear(db: Db, ctx: Ctx, before: Date) {
		const gone = await store.forgetStaff(db, ctx, dayOf(before));
		await forgetAccountsIn(db, ctx.school, gone);
		return gone.length;
	}
};

export const oldUploads = {
	count: (db: Db, ctx: Ctx, before: Date) => store.countUploads(db, ctx, before),
	/** What an import put aside to be undone goes as soon as it can no longer be undone, though nobody gives another file. */
	async clear(db: Db, ctx: Ctx, before: Date) {
		await forgetChanges(db, ctx, addMinutes(ctx.now, -undoMinutes));
		return store.forgetUploads(db, ctx, before);
	}
};
