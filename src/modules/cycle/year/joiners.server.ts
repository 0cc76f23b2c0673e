import * as families from '#modules/people/families.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { calendarIn } from './calendars.server.ts';
import { nextStep, stepsOf, type StepState } from './joiner.ts';
import * as store from './joiner.store.server.ts';
import { yearOn } from './school-year.ts';
import { schoolDay } from './school-week.ts';
import { findYears } from './year.store.server.ts';

export type Joiner = {
	pupil: PersonId;
	fullName: string;
	group: string;
	teachers: string[];
	joinedOn: Day;
	steps: StepState[];
	next: StepState | undefined;
	/** The reader knows this child, and plans its talks. */
	mine: boolean;
};

/**
 * Who joined this school year, and which talk is due: all of them for who plans, for other staff the children they know.
 * Names and days, nothing of what was said.
 */
export function joined(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!isStaff(ctx)) return no('missing');
		const today = dayOf(ctx.now);
		const year = yearOn(today, await findYears(db, ctx));
		const { holidays } = await calendarIn(db, ctx, year);
		const known = new Set((await childrenIn(db, ctx)).map(({ id }) => id));
		const rows = (await store.findJoined(db, ctx, schoolDay(year.startsOn, holidays, 1), today)).filter(
			({ pupil }) => mayPlan(ctx) || known.has(pupil)
		);
		const ids = rows.map(({ pupil }) => pupil);
		const groups = (await families.groupsIn(db, ctx)).map(({ id }) => id);
		const pupils = new Map(
			(ids.length ? await families.pupilsOf(db, ctx, groups, today, ids) : []).map((pupil) => [pupil.id, pupil])
		);
		const teaching = ids.length ? await families.teachersOf(db, ctx, groups, today) : [];
		const talks = Map.groupBy(await store.findTalks(db, ctx, ids), ({ pupil }) => pupil);
		const found = rows.flatMap(({ pupil: id, joinedOn }): Joiner[] => {
			const pupil = pupils.get(id);
			if (!pupil) return [];
			const steps = stepsOf(joinedOn, talks.get(id) ?? [], holidays);
			const teachers = teaching.filter(({ group }) => group === pupil.group.id).map(({ name }) => name);
			const { fullName, group } = pupil;
			const more = { steps, next: nextStep(steps), mine: known.has(id) };
			return [{ pupil: id, fullName, group: group.name, teachers, joinedOn, ...more }];
		});
		return ok({ year: year.name, joiners: found, all: mayPlan(ctx) });
	});
}
