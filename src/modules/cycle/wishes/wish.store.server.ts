import { sql, type ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { HouseholdId, PersonId, RoundId, SchoolId } from '#platform/ids.ts';
import type { Time } from '#platform/time.ts';
import type { ChildWish, FamilyWish, Liking, Timing, Wish, WishPlace } from './wish.ts';

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;
type Key = { school_id: SchoolId; round_id: RoundId; household_id: HouseholdId };

/** The rows of what families wish, for its stores. */
export type Tables = {
	'cycle.wish': Key & {
		answered_by: PersonId;
		answered_at: Date;
		by_school: boolean;
		earliest: Optional<Time>;
		latest: Optional<Time>;
		timing: Optional<Timing>;
		place: WishPlace;
		interpreter: Optional<string>;
		visits: number;
		together: boolean;
		version: number;
	};
	'cycle.wish_time': Key & { starts_at: Date; ends_at: Date; liking: Liking };
	'cycle.wish_child': Key & { pupil_id: PersonId; answer: ChildWish['answer']; note: Optional<string> };
	'cycle.wish_teacher': Key & { pupil_id: PersonId; teacher_id: PersonId };
};

/** What the homes of this round said; all of them, or those of `only`. */
export async function findWishes(
	db: Db,
	ctx: Ctx,
	round: RoundId,
	only: readonly HouseholdId[] | null = null
): Promise<FamilyWish[]> {
	const { rows } = await sql<FamilyWish>`
		select w.household_id as household, w.answered_by as "answeredBy", w.answered_at as "answeredAt",
		       w.by_school as "bySchool", w.earliest, w.latest, w.timing, w.place, w.interpreter, w.visits, w.together,
		       w.version,
		       coalesce((select json_agg(json_build_object('startsAt', t.starts_at, 'endsAt', t.ends_at, 'liking', t.liking)
		                                 order by t.starts_at)
		                   from cycle.wish_time t
		                  where t.school_id = w.school_id and t.round_id = w.round_id and t.household_id = w.household_id),
		                '[]') as times,
		       coalesce((select json_agg(json_build_object('pupil', c.pupil_id, 'answer', c.answer, 'note', c.note,
		                   'teachers', array(select o.teacher_id from cycle.wish_teacher o
		                                      where o.school_id = c.school_id and o.round_id = c.round_id
		                                        and o.household_id = c.household_id and o.pupil_id = c.pupil_id
		                                      order by o.teacher_id)) order by c.pupil_id)
		                   from cycle.wish_child c
		                  where c.school_id = w.school_id and c.round_id = w.round_id and c.household_id = w.household_id),
		                '[]') as children
		  from cycle.wish w
		 where w.school_id = ${ctx.school} and w.round_id = ${round}
		   and (${only}::uuid[] is null or w.household_id = any(${only}::uuid[]))
		 order by w.household_id`.execute(db);
	return rows.map((row) => ({
		...row,
		times: row.times.map(({ startsAt, endsAt, liking }) => ({
			...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
			liking
		}))
	}));
}

export type Said = { household: HouseholdId; wish: Wish; bySchool: boolean; version: number };

/** Write what a home says over what it said before. False: somebody else just did; a first answer twice is refused (23505). */
export async function save(db: Db, ctx: Ctx, round: RoundId, { household, wish, bySchool, version }: Said) {
	const { times, children, ...said } = wish;
	const answered = { answered_by: ctx.person.id, answered_at: ctx.now, by_school: bySchool, ...said };
	const tables = db.withTables<Tables>();
	if (version === 0) {
		const first = { ...key(ctx, round, household), ...answered, version: 1 };
		await tables.insertInto('cycle.wish').values(first).execute();
	} else {
		const { numUpdatedRows } = await tables
			.updateTable('cycle.wish')
			.set({ ...answered, version: version + 1 })
			.where('school_id', '=', ctx.school)
			.where('round_id', '=', round)
			.where('household_id', '=', household)
			.where('version', '=', version)
			.executeTakeFirst();
		if (numUpdatedRows !== 1n) return false;
	}
	await saveTimes(db, ctx, round, household, times);
	await saveChildren(db, ctx, round, household, children);
	return true;
}

async function saveTimes(db: Db, ctx: Ctx, round: RoundId, household: HouseholdId, times: Wish['times']) {
	const tables = db.withTables<Tables>();
	await tables
		.deleteFrom('cycle.wish_time')
		.where('school_id', '=', ctx.school)
		.where('round_id', '=', round)
		.where('household_id', '=', household)
		.execute();
	const rows = times.map(({ startsAt, endsAt, liking }) => ({
		...key(ctx, round, household),
		...{ starts_at: startsAt, ends_at: endsAt, liking }
	}));
	if (rows.length) await tables.insertInto('cycle.wish_time').values(rows).execute();
}

/** Of these children; what was said of a brother in another form stays. */
async function saveChildren(db: Db, ctx: Ctx, round: RoundId, household: HouseholdId, children: Wish['children']) {
	const tables = db.withTables<Tables>();
	for (const { pupil, answer, note, teachers } of children) {
		const one = { ...key(ctx, round, household), pupil_id: pupil };
		await tables
			.insertInto('cycle.wish_child')
			.values({ ...one, answer, note })
			.onConflict((on) =>
				on.columns(['school_id', 'round_id', 'household_id', 'pupil_id']).doUpdateSet({ answer, note })
			)
			.execute();
		await tables
			.deleteFrom('cycle.wish_teacher')
			.where('school_id', '=', ctx.school)
			.where('round_id', '=', round)
			.where('household_id', '=', household)
			.where('pupil_id', '=', pupil)
			.execute();
		const asked = teachers.map((teacher_id) => ({ ...one, teacher_id }));
		if (asked.length) await tables.insertInto('cycle.wish_teacher').values(asked).execute();
	}
}

function key(ctx: Ctx, round_id: RoundId, household_id: HouseholdId): Key {
	return { school_id: ctx.school, round_id, household_id };
}
