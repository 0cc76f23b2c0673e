import { sql } from 'kysely';
import type { Ctx, Task } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { Tables as People } from './people.store.server.ts';
import type { Sentence, Source } from './guide.ts';

type Row = { school_id: SchoolId; for_what: string; how: string; shown: boolean };
type Tables = {
	'people.guide_sentence': Row & { source: Source };
	'people.guide_person': Row & { pupil_id: PersonId; person_id: PersonId };
};

export type StaffRow = {
	id: PersonId;
	given_name: string;
	prefix: string | null;
	surname: string;
	called: string | null;
	email: string | null;
	tasks: Task[];
	teaches: boolean;
};

/** These members of staff and everybody of the office, with who teaches this child's group today. */
export async function findStaff(db: Db, ctx: Ctx, pupil: PersonId, around: readonly PersonId[]): Promise<StaffRow[]> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<StaffRow>`
		select p.id, p.given_name, p.prefix, p.surname, p.called, p.email, s.tasks,
		       exists (select 1 from people.enrolment e
		                 join people.teaching t on t.school_id = e.school_id and t.group_id = e.group_id
		                where e.school_id = ${ctx.school} and e.pupil_id = ${pupil} and t.staff_id = p.id
		                  and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
		                  and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on > ${today})) as teaches
		  from people.person p
		  join people.staff s on s.school_id = p.school_id and s.id = p.id
		 where p.school_id = ${ctx.school} and (p.id = any(${around}::uuid[]) or 'office' = any(s.tasks))
		   and (p.ended_on is null or p.ended_on > ${today})
		 order by p.surname, p.id`.execute(db);
	return rows;
}

export async function findKind(db: Db, ctx: Ctx) {
	const school = await db
		.withTables<People>()
		.selectFrom('people.school')
		.where('school_id', '=', ctx.school)
		.select('kind')
		.executeTakeFirst();
	return school?.kind;
}

export async function findSchoolSentences(db: Db, ctx: Ctx): Promise<Map<Source, Sentence>> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('people.guide_sentence')
		.where('school_id', '=', ctx.school)
		.select(['source', 'for_what', 'how', 'shown'])
		.execute();
	return new Map(rows.map(({ source, ...row }) => [source, asSentence(row)]));
}

export async function findSentences(db: Db, ctx: Ctx, pupil: PersonId): Promise<Map<PersonId, Sentence>> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('people.guide_person')
		.where('school_id', '=', ctx.school)
		.where('pupil_id', '=', pupil)
		.select(['person_id', 'for_what', 'how', 'shown'])
		.execute();
	return new Map(rows.map(({ person_id, ...row }) => [person_id, asSentence(row)]));
}

export async function saveSchoolSentence(db: Db, ctx: Ctx, source: Source, { forWhat, how, shown }: Sentence) {
	const said = { for_what: forWhat, how, shown };
	await db
		.withTables<Tables>()
		.insertInto('people.guide_sentence')
		.values({ school_id: ctx.school, source, ...said })
		.onConflict((on) => on.columns(['school_id', 'source']).doUpdateSet(said))
		.execute();
}

export async function saveSentence(
	db: Db,
	ctx: Ctx,
	pupil: PersonId,
	person: PersonId,
	{ forWhat, how, shown }: Sentence
) {
	const said = { for_what: forWhat, how, shown };
	await db
		.withTables<Tables>()
		.insertInto('people.guide_person')
		.values({ school_id: ctx.school, pupil_id: pupil, person_id: person, ...said })
		.onConflict((on) => on.columns(['school_id', 'pupil_id', 'person_id']).doUpdateSet(said))
		.execute();
}

function asSentence({ for_what, how, shown }: { for_what: string; how: string; shown: boolean }): Sentence {
	return { forWhat: for_what, how, shown };
}
