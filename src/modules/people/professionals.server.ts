import { admitIn } from '#platform/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import * as store from './professional.store.server.ts';

/** Somebody from outside, as the one who asked consent wrote them down. */
export type NewProfessional = { givenName: string; surname: string; email: string };

/**
 * Let a professional into the circle of one child, up to and including a day: only on the strength of consent, in the
 * transaction that gives it. Who is known here by this address comes back as the same person.
 */
export async function letInIn(db: Db, ctx: Ctx, pupil: PersonId, who: NewProfessional, until: Day): Promise<PersonId> {
	const person = (await store.findByEmail(db, ctx, who.email)) ?? (await store.add(db, ctx, who));
	await admitIn(db, [{ school: ctx.school, person, email: who.email }]);
	await stayIn(db, ctx, pupil, person, until);
	return person;
}

/** From now on this professional is with the child until that day, and with `null` no longer: the next click finds nothing. */
export async function stayIn(db: Db, ctx: Ctx, pupil: PersonId, person: PersonId, until: Day | null) {
	await store.endTie(db, ctx, pupil, person);
	if (until) await store.addTie(db, ctx, pupil, person, until);
}
