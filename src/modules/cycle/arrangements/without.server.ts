import * as families from '#modules/people/families.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { GroupId, PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { runningOn } from './arrangement.ts';
import * as store from './arrangement.store.server.ts';
import { yearIn } from './years.server.ts';

/** A next step for school: a child whose family and school have not agreed on how to keep in touch (handbook P9). */
export type Without = { id: PersonId; callName: string; fullName: string; proposed: boolean };

/** For who works with children: those of their own groups without an arrangement; for the office a number of each group. */
export function listWithout(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!isStaff(ctx)) return no('missing');
		const taught = await childrenIn(db, ctx);
		const stands = await standIn(
			db,
			ctx,
			taught.map(({ id }) => id)
		);
		const mine = new Map<GroupId, { name: string; all: number; without: Without[] }>();
		for (const { id, callName, fullName, group, outsideTalks } of taught) {
			if (!group || outsideTalks) continue;
			const own = mine.get(group.id) ?? { name: group.name, all: 0, without: [] };
			own.all++;
			if (!stands.agreed.has(id)) own.without.push({ id, callName, fullName, proposed: stands.proposed.has(id) });
			mine.set(group.id, own);
		}
		return ok({ groups: [...mine.values()], counts: await countsIn(db, ctx) });
	});
}

/** Office and leadership see how many, and no child. */
async function countsIn(db: Db, ctx: Ctx) {
	if (!isStaff(ctx, 'office') && !isStaff(ctx, 'leadership')) return [];
	const today = dayOf(ctx.now);
	const groups = (await families.groupsIn(db, ctx)).filter(({ startsOn }) => startsOn <= today);
	const pupils = await families.pupilsOf(
		db,
		ctx,
		groups.map(({ id }) => id)
	);
	const { agreed } = await standIn(
		db,
		ctx,
		pupils.map(({ id }) => id)
	);
	return groups.map(({ id, name }) => {
		const here = pupils.filter(({ group }) => group.id === id);
		return { name, all: here.length, have: here.filter((pupil) => agreed.has(pupil.id)).length };
	});
}

async function standIn(db: Db, ctx: Ctx, pupils: readonly PersonId[]) {
	const year = await yearIn(db, ctx);
	const kept = await store.find(db, ctx, { pupils, year: year.name });
	const today = dayOf(ctx.now);
	return {
		agreed: new Set(kept.filter((one) => runningOn(one, today)).map(({ pupil }) => pupil)),
		proposed: new Set(kept.filter(({ offered }) => offered).map(({ pupil }) => pupil))
	};
}
