import { mayPlan } from '#modules/cycle/round.access.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { MomentId, YearMoment } from './moment.ts';
import * as store from './moment.store.server.ts';
import { yearNamed } from './school-year.ts';
import * as years from './year.store.server.ts';

export type MomentReason = 'missing' | 'outside-year' | 'already-there';

/** Put a report card, a meeting or something of the school's own in the year. */
export function mark(ctx: Ctx, year: string, input: Omit<YearMoment, 'id'>) {
	return change<MomentId, MomentReason, MomentReason>(
		ctx,
		async (db) => {
			if (!mayPlan(ctx)) return no('missing');
			const { startsOn, endsOn } = yearNamed(year, await years.findYears(db, ctx));
			if (input.day < startsOn || input.day > endsOn) return no('outside-year');
			const moment = { ...input, id: newId<MomentId>() };
			await store.addMoment(db, ctx, year, moment);
			recordFact(db, ctx, 'moment.marked', moment.id, { year, kind: moment.kind });
			return ok(moment.id);
		},
		{ [conflicts.double]: 'already-there' }
	);
}

export function unmark(ctx: Ctx, id: MomentId): Promise<Outcome<undefined, MomentReason>> {
	return change<undefined, MomentReason>(ctx, async (db) => {
		if (!mayPlan(ctx) || !(await store.removeMoment(db, ctx, id))) return no('missing');
		recordFact(db, ctx, 'moment.unmarked', id);
		return ok(undefined);
	});
}
