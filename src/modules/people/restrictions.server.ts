import type { Ctx } from '#platform/ctx.ts';
import { conflicts } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addDays, dayOf } from '#platform/time.ts';
import { changeTie, type AuthorityReason } from './authorities.server.ts';
import type { Forbidding, Lifting } from './authority.input.ts';
import { addChange } from './authority.store.server.ts';
import { changeOf } from './change.ts';
import * as store from './restriction.store.server.ts';

type Asked = Promise<Outcome<undefined, AuthorityReason>>;

/** A judge forbids it, from a day until and with a day; the decision was seen. It holds from the next click. */
export function restrict(ctx: Ctx, pupil: PersonId, forbidding: Forbidding): Asked {
	const { guardian, kind, from, until, proof, proofOn } = forbidding;
	return changeTie<AuthorityReason>(
		ctx,
		pupil,
		guardian,
		async (db) => {
			if (proofOn > dayOf(ctx.now)) return no('in-the-future');
			if (until && until < from) return no('ends-before');
			const ends = until && addDays(until, 1);
			await store.addRestriction(db, ctx, { pupil, guardian, kind, from, until: ends, proof, proofOn });
			const told = { restriction: kind, from, until, proof, proofOn };
			await addChange(db, ctx, changeOf({ guardian, pupil, what: 'restricted' }, told));
			recordFact(db, ctx, 'guardian.restricted', pupil, { guardian, kind });
			return ok(undefined);
		},
		{ [conflicts.overlap]: 'barred-already' }
	);
}

/** It no longer holds, from today: a later decision was seen. */
export function lift(ctx: Ctx, pupil: PersonId, { guardian, restriction, proof, proofOn }: Lifting): Asked {
	return changeTie<AuthorityReason>(ctx, pupil, guardian, async (db) => {
		if (proofOn > dayOf(ctx.now)) return no('in-the-future');
		const found = (await store.findRestrictions(db, ctx, pupil)).find(({ id }) => id === restriction);
		if (found?.guardian !== guardian) return no('missing');
		await store.endRestriction(db, ctx, restriction, dayOf(ctx.now));
		await addChange(
			db,
			ctx,
			changeOf({ guardian, pupil, what: 'lifted' }, { restriction: found.kind, proof, proofOn })
		);
		recordFact(db, ctx, 'guardian.restriction-lifted', pupil, { guardian, kind: found.kind });
		return ok(undefined);
	});
}
