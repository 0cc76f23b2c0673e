import { admitIn, dismissIn } from '#platform/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { endAsIn } from '#platform/sessions.server.ts';
import { may, standingOf } from './authority.ts';
import { findStanding } from './caller.store.server.ts';
import { findPupilsTiedTo } from './people.store.server.ts';

/**
 * After a change of their ties: who has no child's pages left here is signed out as this person, at once and everywhere. Who
 * may still ask for facts can sign in anew and finds only that; who may nothing can't. Who gained something is let in.
 */
export async function settleSignInIn(db: Db, ctx: Ctx, person: PersonId) {
	const [found] = await findStanding(db, ctx, person);
	if (!found || found.role === 'staff') return;
	const ties = await findPupilsTiedTo(db, ctx, person);
	const sees = ties.some((tie) => tie.authority === null || may('see', standingOf(tie)));
	const asks = ties.some((tie) => tie.authority !== null && may('ask', standingOf(tie)));
	if (!sees) await endAsIn(db, { school: ctx.school, person });
	if (!sees && !asks) await dismissIn(db, ctx.school, [person]);
	else if (found.email) await admitIn(db, [{ school: ctx.school, person, email: found.email }]);
}
