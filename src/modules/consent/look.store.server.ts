import { sql } from 'kysely';
import type { Ctx, Role, Task } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';

export type Tables = {
	'consent.look': { school_id: SchoolId; pupil_id: PersonId; person_id: PersonId; day: Day };
	'consent.look_in': {
		school_id: SchoolId;
		pupil_id: PersonId;
		person_id: PersonId;
		day: Day;
		reason: string;
		given_at: Date;
	};
};

/** Once a day, however often somebody looks. */
export async function addLooks(db: Db, ctx: Ctx, pupils: readonly PersonId[]) {
	const day = dayOf(ctx.now);
	await db
		.withTables<Tables>()
		.insertInto('consent.look')
		.values(pupils.map((pupil) => ({ school_id: ctx.school, pupil_id: pupil, person_id: ctx.person.id, day })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function addLookIn(db: Db, ctx: Ctx, pupil: PersonId, reason: string) {
	const key = { school_id: ctx.school, pupil_id: pupil, person_id: ctx.person.id, day: dayOf(ctx.now) };
	await db
		.withTables<Tables>()
		.insertInto('consent.look_in')
		.values({ ...key, reason, given_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** The children of whom `ctx.person` said today why they look in. */
export async function findExplained(db: Db, ctx: Ctx): Promise<PersonId[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('consent.look_in')
		.where('school_id', '=', ctx.school)
		.where('person_id', '=', ctx.person.id)
		.where('day', '=', dayOf(ctx.now))
		.select('pupil_id')
		.execute();
	return rows.map(({ pupil_id }) => pupil_id);
}

export type LookRow = {
	day: Day;
	person: PersonId;
	role: Role;
	givenName: string;
	prefix: string | null;
	surname: string;
	called: string | null;
	tasks: Task[] | null;
	group: string | null;
	tied: boolean;
	reason: string | null;
};

/** Who looked at this child's pages, all or `by` one, with the tie each had on that day. */
export async function findLooks(db: Db, ctx: Ctx, pupil: PersonId, by?: PersonId): Promise<LookRow[]> {
	const { rows } = await sql<LookRow>`
		with taught as (
			select t.school_id, t.staff_id, c.name, greatest(t.starts_on, e.starts_on) as starts_on,
			       least(t.ends_on, e.ends_on) as ends_on
			  from people.enrolment e
			  join people.teaching t on t.school_id = e.school_id and t.group_id = e.group_id
			  join people.pupil_group c on c.school_id = e.school_id and c.id = e.group_id
			 where e.school_id = ${ctx.school} and e.pupil_id = ${pupil}
		)
		select l.day, l.person_id as person, p.role, p.given_name as "givenName", p.prefix, p.surname, p.called, s.tasks,
		       taught.name as "group", o.id is not null as tied, i.reason
		  from consent.look l
		  join people.person p on p.school_id = l.school_id and p.id = l.person_id
		  left join people.staff s on s.school_id = l.school_id and s.id = l.person_id
		  left join taught on taught.school_id = l.school_id and taught.staff_id = l.person_id
		       and taught.starts_on <= l.day and (taught.ends_on is null or taught.ends_on > l.day)
		  left join people.tie o on o.school_id = l.school_id and o.pupil_id = l.pupil_id and o.person_id = l.person_id
		       and o.starts_on <= l.day and (o.ends_on is null or o.ends_on > l.day)
		  left join consent.look_in i on i.school_id = l.school_id and i.pupil_id = l.pupil_id
		       and i.person_id = l.person_id and i.day = l.day
		 where l.school_id = ${ctx.school} and l.pupil_id = ${pupil}
		   ${by ? sql`and l.person_id = ${by}` : sql``}
		 order by l.day desc, p.surname, p.id`.execute(db);
	return rows;
}
