import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { OwnPurpose, PurposeId, PurposeText } from './purpose.ts';
import { mayKeepConsents } from './retention.access.ts';
import * as store from './purpose.store.server.ts';

/** The purposes that this school added; staff choose from them when they ask. */
export async function purposes(ctx: Ctx): Promise<Outcome<OwnPurpose[], 'missing'>> {
	return isStaff(ctx) ? ok(await read(ctx, (db) => store.findAll(db, ctx))) : no('missing');
}

export function addPurpose(ctx: Ctx, text: PurposeText): Promise<Outcome<PurposeId, 'missing'>> {
	return change(ctx, async (db): Promise<Outcome<PurposeId, 'missing'>> => {
		if (!mayKeepConsents(ctx)) return no('missing');
		const id = await store.add(db, ctx, text);
		recordFact(db, ctx, 'purpose.added', id);
		return ok(id);
	});
}

/** What was asked for it stays as it was asked. */
export function retirePurpose(ctx: Ctx, id: PurposeId): Promise<Outcome<undefined, 'missing'>> {
	return change(ctx, async (db): Promise<Outcome<undefined, 'missing'>> => {
		if (!mayKeepConsents(ctx) || !(await store.retire(db, ctx, id))) return no('missing');
		recordFact(db, ctx, 'purpose.retired', id);
		return ok(undefined);
	});
}
