import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import * as notes from './note.store.server.ts';
import * as store from './forgetting.store.server.ts';

/** Remove all that this room holds of a pupil who left; the ids of what went. */
export function forgetPupilIn(db: Db, ctx: Ctx, pupil: PersonId): Promise<string[]> {
	return store.forgetPupil(db, ctx, pupil);
}

/**
 * What school wrote for itself before a talk is for that talk: it goes a time after it was put into an answer, or after it was
 * written (handbook §1 P3, §16). What a family keeps for its own talks stays as long as the dossier does.
 */
export const oldNotes = { count: notes.countOfSchool, clear: notes.forgetOfSchool };
