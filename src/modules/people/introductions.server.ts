import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { checkIntroduction, isOfThisYear } from './introduction.ts';
import * as store from './introduction.store.server.ts';

/** What I told about myself, and whether it still stands this year. */
export function mine(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!isStaff(ctx)) return no('missing');
		const told = await store.find(db, ctx, ctx.person.id);
		return ok({ text: told?.text ?? '', stands: !!told && isOfThisYear(told, dayOf(ctx.now)) });
	});
}

/** Tell families who I am; an empty text takes it back. */
export function introduce(ctx: Ctx, text: string) {
	return change(ctx, async (db): Promise<Outcome<undefined, 'missing' | 'too-long'>> => {
		if (!isStaff(ctx)) return no('missing');
		const checked = checkIntroduction(text);
		if (!checked.ok) return checked;
		await store.save(db, ctx, checked.value);
		recordFact(db, ctx, 'staff.introduced', ctx.person.id, {});
		return ok(undefined);
	});
}

/** What this member of staff tells about themself this year, for who is invited by them. */
export async function introductionIn(db: Db, ctx: Ctx, person: PersonId | null): Promise<string | undefined> {
	const told = person ? await store.find(db, ctx, person) : undefined;
	return told && isOfThisYear(told, dayOf(ctx.now)) ? told.text : undefined;
}
