import { sql, type ColumnType } from 'kysely';
import type { Ctx, Language, Role, Task } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { GroupId, HouseholdId, InvitationId, PersonId, SchoolId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Bar } from './authority.ts';
import type { Authority } from './circle.ts';
import type { Relation } from './guardian.ts';
import { standing } from './guardianship.store.server.ts';
import type { ImportId, ImportState } from '#modules/people/import/import.ts';
import type { ListMapping } from '#modules/people/import/mapping.ts';
import type { WaitingList } from '#modules/people/import/mapping.store.server.ts';
import type { ImportReport } from '#modules/people/import/report.ts';
import type { Roster } from '#modules/people/import/roster.ts';
import type { InvitationChannel } from './invitation.ts';
import type { Person } from './person.ts';
import type { Say } from './say.ts';
import type { SecretFor } from './secrecy.ts';
import type { Region, SchoolKind } from './school.ts';

type Defaulted<T> = ColumnType<T, T | undefined, T>;
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** The rows of this room. Other rooms may read them in their own queries; they never write them. */
export type Tables = {
	'people.school': {
		school_id: SchoolId;
		name: string;
		brin: string;
		kind: SchoolKind;
		region: Optional<Region>;
		phone: Optional<string>;
	};
	'people.school_year': { school_id: SchoolId; id: string; name: string; starts_on: Day; ends_on: Day };
	'people.pupil_group': {
		school_id: SchoolId;
		id: GroupId;
		school_year_id: string;
		key: string;
		name: string;
		year_group: Optional<string>;
		ended_on: Optional<Day>;
	};
	'people.person': {
		school_id: SchoolId;
		id: PersonId;
		role: Role;
		key: Optional<string>;
		initials: Optional<string>;
		given_name: string;
		prefix: Optional<string>;
		surname: string;
		called: Optional<string>;
		email: Optional<string>;
		mobile: Optional<string>;
		language: Language;
		interpreter: boolean;
		/** What the administration says they speak at home; a first guess, never shown in lists. */
		home_language: Optional<string>;
		/** Who at school still sees an address that is secret; null: it is not. */
		secret_for: Optional<SecretFor>;
		ended_on: Optional<Day>;
	};
	'people.pupil': {
		school_id: SchoolId;
		id: PersonId;
		birth_date: Optional<Day>;
		say: Say;
		year_group: Optional<string>;
		next_year_group: Optional<string>;
		next_year_from: Optional<Day>;
	};
	'people.staff': {
		school_id: SchoolId;
		id: PersonId;
		tasks: Task[];
		/** As the administration has them. */
		roles: Defaulted<string[]>;
		/** What those roles suggest, waiting for the office. */
		proposed_tasks: Defaulted<Task[]>;
	};
	'people.enrolment': Span & { pupil_id: PersonId; group_id: GroupId };
	'people.teaching': Span & { staff_id: PersonId; group_id: GroupId };
	'people.import': {
		school_id: SchoolId;
		id: ImportId;
		person_id: PersonId;
		state: ImportState;
		roster: ColumnType<Roster | null, string | null, string | null>;
		report: ColumnType<ImportReport | null, string | null | undefined, string | null>;
		list: ColumnType<WaitingList | null, string | null | undefined, string | null>;
		at: Date;
	};
	'people.import_mapping': {
		school_id: SchoolId;
		titles: string;
		mapping: ColumnType<ListMapping, string, string>;
		at: Date;
	};
	'people.invitation': {
		school_id: SchoolId;
		id: InvitationId;
		person_id: PersonId;
		channel: InvitationChannel;
		made_by: PersonId;
		made_at: Date;
		expires_at: Date;
		used_at: Optional<Date>;
		withdrawn_at: Optional<Date>;
	};
	'people.import_change': {
		school_id: SchoolId;
		import_id: ImportId;
		kind: string;
		row_id: string;
		was: unknown;
		mark: string | null;
	};
	'people.tie': Span & { pupil_id: PersonId; person_id: PersonId; invited_by: Optional<PersonId> };
	'people.household': { school_id: SchoolId; id: HouseholdId };
	'people.guardianship': Span & {
		pupil_id: PersonId;
		guardian_id: PersonId;
		household_id: HouseholdId;
		position: number;
		relation: Relation;
		authority: Authority;
		informed: boolean;
		home_label: Optional<string>;
		authority_checked_on: Optional<Day>;
		authority_checked_by: Optional<PersonId>;
		invited_by: Optional<PersonId>;
		invited_until: Optional<Day>;
		institution: Optional<string>;
		home_decided_on: Optional<Day>;
		check_after: Optional<Day>;
	};
};

type Span = { school_id: SchoolId; id: string; starts_on: Day; ends_on: Optional<Day> };

/** A child as a line in a list, with the tie by which `person` may know it. */
export type TiedPupil = {
	id: PersonId;
	call_name: string;
	prefix: string | null;
	surname: string;
	group_id: GroupId | null;
	group_name: string | null;
	authority: Authority | null;
	informed: boolean | null;
	invited: boolean | null;
	bars: Bar[] | null;
};

/** Children that `person` is tied to today, by any tie; whether that opens the circle is for circle.access.ts to say. */
export async function findPupilsTiedTo(db: Db, ctx: Ctx, person: PersonId): Promise<TiedPupil[]> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<TiedPupil>`
		with mine as (
			select g.school_id, g.pupil_id, ${standing(ctx, today)}
			  from people.guardianship g
			 where g.school_id = ${ctx.school} and g.guardian_id = ${person}
			   and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on > ${today})
			union all
			select e.school_id, e.pupil_id, null, null, null, null
			  from people.teaching t
			  join people.enrolment e on e.school_id = t.school_id and e.group_id = t.group_id
			 where t.school_id = ${ctx.school} and t.staff_id = ${person}
			   and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on > ${today})
			   and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
			union all
			select o.school_id, o.pupil_id, null, null, null, null
			  from people.tie o
			 where o.school_id = ${ctx.school} and o.person_id = ${person}
			   and o.starts_on <= ${today} and (o.ends_on is null or o.ends_on > ${today})
			union all
			select s.school_id, s.id, null, null, null, null from people.pupil s
			 where s.school_id = ${ctx.school} and s.id = ${person}
		)
		select p.id, p.given_name as call_name, p.prefix, p.surname, e.group_id, c.name as group_name,
		       mine.authority, mine.informed, mine.invited, mine.bars
		  from mine
		  join people.person p on p.school_id = mine.school_id and p.id = mine.pupil_id
		  left join people.enrolment e on e.school_id = p.school_id and e.pupil_id = p.id
		       and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
		  left join people.pupil_group c on c.school_id = e.school_id and c.id = e.group_id
		 where p.school_id = ${ctx.school}`.execute(db);
	return rows;
}

/** Persons by id, for their names; ids of another school give nothing. */
export async function findPersons(db: Db, ctx: Ctx, ids: readonly PersonId[]): Promise<Person[]> {
	if (!ids.length) return [];
	return db
		.withTables<Tables>()
		.selectFrom('people.person')
		.where('school_id', '=', ctx.school)
		.where('id', '=', sql<PersonId>`any(${ids}::uuid[])`)
		.select(['id', 'role', 'given_name as givenName', 'initials', 'prefix', 'surname', 'called', 'email', 'language'])
		.execute();
}
