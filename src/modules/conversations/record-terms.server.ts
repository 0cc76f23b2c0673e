import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Conversation } from './conversation.ts';
import { planOf } from './kinds.ts';
import { daysAfter, houseTerms, type RecordTerms } from './record.ts';
import * as store from './record-term.store.server.ts';

/** How long this school takes for a record: what it chose, or the terms of the house. */
export async function termsIn(db: Db, ctx: Pick<Ctx, 'school'>): Promise<RecordTerms> {
	return (await store.find(db, ctx)) ?? houseTerms;
}

/** Until when school means to share the record of a talk that was held; nothing to say once it is there. */
export async function shareByIn(
	db: Db,
	ctx: Pick<Ctx, 'school'>,
	{ kind, heldAt, recordedAt }: Pick<Conversation, 'kind' | 'heldAt' | 'recordedAt'>
): Promise<Date | undefined> {
	if (!heldAt || recordedAt || !planOf(kind).record) return undefined;
	return daysAfter(heldAt, (await termsIn(db, ctx)).shareDays);
}

export function terms(ctx: Ctx): Promise<Outcome<RecordTerms, 'missing'>> {
	return read(ctx, async (db) => (mayChoose(ctx) ? ok(await termsIn(db, ctx)) : no('missing')));
}

export function changeTerms(ctx: Ctx, chosen: RecordTerms) {
	return change(ctx, async (db): Promise<Outcome<undefined, 'missing'>> => {
		if (!mayChoose(ctx)) return no('missing');
		await store.save(db, ctx, chosen);
		recordFact(db, ctx, 'record-terms.changed', ctx.school);
		return ok(undefined);
	});
}

function mayChoose(ctx: Ctx) {
	return isStaff(ctx, 'leadership') || isStaff(ctx, 'office');
}
