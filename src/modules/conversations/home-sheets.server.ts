import { circleIn } from '#modules/people/circles.server.ts';
import { memberOf } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mayKeepHome, mayOpenHome, mayReadHome } from './sheet.access.ts';
import type { GivenTexts } from './sheet.input.ts';
import * as rules from './sheet.ts';
import * as store from './sheet.store.server.ts';
import { mineIn, writeIn, type SheetReason } from './sheets.server.ts';
import { speakersIn } from './speakers.server.ts';

/** What a guardian keeps about home for themself, and what guardians share of theirs; for staff also what to ask. */
export function get(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!circle || !reader || !mayOpenHome(reader)) return no('missing');
		const sheets = await store.findAll(db, ctx, { conversation: null, pupil });
		const shared = sheets.filter(
			(sheet) => sheet.person !== reader.person && mayReadHome(sheet, circle, reader) && !rules.isEmpty(sheet)
		);
		return ok({
			pupil,
			callName: circle.callName,
			me: reader.person,
			may: { keep: mayKeepHome(reader) },
			mySheet: mineIn(sheets, reader, 'home'),
			shared,
			speakers: await speakersIn(
				db,
				ctx,
				shared.map(({ person }) => person)
			)
		});
	});
}

export function keep(ctx: Ctx, pupil: PersonId, given: GivenTexts) {
	return own(ctx, pupil, async (db, mine) => ok(await writeIn(db, ctx, mine, given)));
}

/** With school and who lives in this home: offered, never demanded (handbook §4.6). */
export function share(ctx: Ctx, pupil: PersonId) {
	return own(ctx, pupil, async (db, mine) => {
		const shared = rules.share(mine, 'adults');
		if (!shared.ok) return shared;
		await store.save(db, ctx, shared.value);
		recordFact(db, ctx, 'sheet.shared', pupil, { pupil });
		return ok(undefined);
	});
}

export function takeBack(ctx: Ctx, pupil: PersonId) {
	return own(ctx, pupil, async (db, mine) => {
		await store.save(db, ctx, { ...mine, audience: 'me' });
		return ok(undefined);
	});
}

function own<T>(ctx: Ctx, pupil: PersonId, work: (db: Db, mine: rules.Sheet) => Promise<Outcome<T, SheetReason>>) {
	return change(ctx, async (db): Promise<Outcome<T, SheetReason>> => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!reader || !mayOpenHome(reader)) return no('missing');
		if (!mayKeepHome(reader)) return no('refused');
		return work(db, await store.hold(db, ctx, { conversation: null, pupil }, 'home'));
	});
}
