import type { Ctx, Language, Role, Task } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { Tables } from './people.store.server.ts';

/** Somebody who stands at the door, with what they do here. */
export type Standing = {
	id: PersonId;
	role: Role;
	givenName: string;
	prefix: string | null;
	surname: string;
	called: string | null;
	email: string | null;
	language: Language;
	tasks: Task[] | null;
	schoolName: string;
};

type Here = { school: SchoolId; now: Date };

/** Persons who are here today; all of them without `person`. That one may have left, when `evenGone`. */
export function findStanding(db: Db, { school, now }: Here, person?: PersonId, evenGone = false): Promise<Standing[]> {
	const today = dayOf(now);
	let query = db
		.withTables<Tables>()
		.selectFrom('people.person as person')
		.innerJoin('people.school as school', (join) => join.onRef('school.school_id', '=', 'person.school_id'))
		.leftJoin('people.staff as staff', (join) =>
			join.onRef('staff.school_id', '=', 'person.school_id').onRef('staff.id', '=', 'person.id')
		)
		.where('person.school_id', '=', school);
	if (!evenGone) {
		query = query.where((where) =>
			where.or([where('person.ended_on', 'is', null), where('person.ended_on', '>', today)])
		);
	}
	if (person) query = query.where('person.id', '=', person);
	return query
		.select([
			'person.id',
			'person.role',
			'person.given_name as givenName',
			'person.prefix',
			'person.surname',
			'person.called',
			'person.email',
			'person.language',
			'staff.tasks',
			'school.name as schoolName'
		])
		.execute();
}

/** Who looks after whom today, as pairs of ids. */
export function findGuardianships(db: Db, { school, now }: Here) {
	const today = dayOf(now);
	return db
		.withTables<Tables>()
		.selectFrom('people.guardianship')
		.where('school_id', '=', school)
		.where('starts_on', '<=', today)
		.where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
		.select(['pupil_id as pupil', 'guardian_id as guardian'])
		.execute();
}

export async function saveLanguage(db: Db, ctx: Ctx, language: Language) {
	await db
		.withTables<Tables>()
		.updateTable('people.person')
		.set({ language })
		.where('school_id', '=', ctx.school)
		.where('id', '=', ctx.person.id)
		.execute();
}

export async function saveCalled(db: Db, ctx: Ctx, called: string | null) {
	await db
		.withTables<Tables>()
		.updateTable('people.person')
		.set({ called })
		.where('school_id', '=', ctx.school)
		.where('id', '=', ctx.person.id)
		.execute();
}
