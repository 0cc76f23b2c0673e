import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import * as store from './forgetting.store.server.ts';

/** Remove all that this room holds of a pupil who left; the ids of what went. */
export function forgetPupilIn(db: Db, ctx: Ctx, pupil: PersonId): Promise<string[]> {
	return store.forgetPupil(db, ctx, pupil);
}
