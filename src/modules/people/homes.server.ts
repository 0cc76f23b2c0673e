import type { Ctx } from '#platform/ctx.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { changeTie, type AuthorityReason } from './authorities.server.ts';
import type { Hiding, Moving } from './authority.input.ts';
import { addChange, findGuardians, holdPupils } from './authority.store.server.ts';
import { changeOf } from './change.ts';
import * as store from './home.store.server.ts';

type Asked = Promise<Outcome<undefined, AuthorityReason>>;

/**
 * A guardian moves to another home of this child, or to one of their own: a home splits. For all children who lived with them
 * there. What was agreed with the home they leave stays with that home (handbook §5: you at home).
 */
export function moveHome(ctx: Ctx, pupil: PersonId, { guardian, to }: Moving): Asked {
	return changeTie<AuthorityReason>(ctx, pupil, guardian, async (db) => {
		const guardians = await findGuardians(db, ctx, pupil);
		const from = guardians.find((row) => row.guardian === guardian)!.household;
		const homes = new Set(guardians.map(({ household }) => household));
		if (to !== 'new' && !homes.has(to)) return no('missing');
		const staying = guardians.filter((row) => row.household === from && row.guardian !== guardian);
		if (to === from || (to === 'new' && !staying.length)) return no('alone-already');

		const children = await store.findChildrenOf(db, ctx, guardian, from);
		await holdPupils(db, ctx, children);
		const home = to === 'new' ? newId<HouseholdId>() : to;
		if (to === 'new') await store.addHome(db, ctx, home);
		await store.saveMove(db, ctx, guardian, from, home);
		for (const child of children) await addChange(db, ctx, changeOf({ guardian, pupil: child, what: 'moved' }));
		recordFact(db, ctx, 'guardian.moved', pupil, { guardian });
		return ok(undefined);
	});
}

/** Keep an address and numbers from all at school but the office, and the teachers when they need them; or no longer. */
export function hideAddress(ctx: Ctx, pupil: PersonId, { guardian, secretFor }: Hiding): Asked {
	return changeTie<AuthorityReason>(ctx, pupil, guardian, async (db) => {
		await store.saveSecrecy(db, ctx, guardian, secretFor);
		const what = secretFor ? 'address-hidden' : 'address-shown';
		await addChange(db, ctx, changeOf({ guardian, pupil: null, what }));
		recordFact(db, ctx, secretFor ? 'guardian.address-hidden' : 'guardian.address-shown', guardian);
		return ok(undefined);
	});
}
