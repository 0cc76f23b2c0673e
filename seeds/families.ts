import { sql, type Transaction } from 'kysely';
import type { ConsentId } from '#modules/consent/consent.ts';
import type { Tables as ConsentTables } from '#modules/consent/consent.store.server.ts';
import type { Authority } from '#modules/people/circle.ts';
import type { Tables } from '#modules/people/people.store.server.ts';
import type { SchoolKind } from '#modules/people/school.ts';
import type { Person } from '#modules/people/person.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, local } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { GroupId, HouseholdId, PersonId, SchoolId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import * as cast from './cast.ts';

const since = '2026-08-31' as Day;
const yearEnd = '2027-07-16' as Day;

type Who = { id: PersonId };
type Tie = [guardian: { id: PersonId }, home: HouseholdId, authority?: Authority];

/** Put the cast in an empty database, with the ids that tests know them by. The demo school comes by import instead. */
export async function plantCast() {
	const homes = Array.from({ length: 6 }, () => newId<HouseholdId>());
	await plantSchool(cast.deLinde, 'De Linde', '99ZZ', 'po', async (plant) => {
		await plant.group(cast.group3, 'Groep 3', '3');
		await plant.group(cast.group5, 'Groep 5', '5');
		await plant.group(cast.group8, 'Groep 8', '8');
		await plant.staff(cast.anke, 'Anke', 'Visser', 'juf Anke', [cast.group5]);
		await plant.staff(cast.bram, 'Bram', 'Jansen', 'meester Bram', [cast.group3, cast.group8]);
		await plant.staff(cast.carla, 'Carla', 'Smit', 'Carla', []);
		await plant.staff(cast.yvonne, 'Yvonne', 'Bakker', 'Yvonne', []);
		await plant.staff(cast.joris, 'Joris', 'Mulder', 'Joris', []);
		await plant.guardian(cast.samira, 'Samira', 'El Idrissi', 'samira@example.org');
		await plant.guardian(cast.youssef, 'Youssef', 'Benali', 'youssef@example.org');
		await plant.guardian(cast.huda, 'Huda', 'Al-Masri', 'huda@example.org');
		await plant.guardian(cast.wim, 'Wim', 'de Boer', null);
		await plant.guardian(cast.leyla, 'Leyla', 'Demir', 'leyla@example.org');
		await plant.guardian(cast.stranger, 'Rik', 'Postma', 'rik@example.org');
		const samira: Tie = [cast.samira, cast.samirasHome];
		const youssef: Tie = [cast.youssef, cast.youssefsHome];
		await plant.pupil(cast.noor, 'Noor', 'Benali', '2017-03-14', cast.group5, [samira, youssef]);
		await plant.pupil(cast.sem, 'Sem', 'Benali', '2020-05-02', cast.group3, [samira, youssef]);
		await plant.pupil(cast.adam, 'Adam', 'Al-Masri', '2017-06-21', cast.group5, [[cast.huda, homes[0]!]]);
		await plant.pupil(cast.fleur, 'Fleur', 'de Boer', '2017-01-09', cast.group5, [[cast.wim, homes[1]!]]);
		await plant.pupil(cast.yara, 'Yara', 'Demir', '2014-04-30', cast.group8, [[cast.leyla, homes[2]!]]);
		await plant.pupil(cast.mees, 'Mees', 'Postma', '2020-02-11', cast.group3, [[cast.stranger, homes[3]!]]);
		await plant.professional(cast.therapist, 'Ineke', 'Vermeer', cast.sem);
		await plant.consent(cast.therapist, 'Ineke', 'Vermeer', cast.sem, cast.carla);
		await plant.tie(cast.carla.id, cast.noor);
	});
	await plantSchool(cast.deEik, 'De Eik', '98YY', 'vo', async (plant) => {
		const h4b = newId<GroupId>();
		await plant.group(h4b, 'H4B', '14');
		await plant.staff(cast.mentor, 'Dirk', 'Hoekstra', 'meneer Hoekstra', [h4b]);
		await plant.staff(cast.deEiksOffice, 'Nadia', 'Kok', 'Nadia', []);
		await plant.guardian(cast.milansMother, 'Jana', 'Novak', 'jana@example.org');
		await plant.pupil(cast.milan, 'Milan', 'Novak', '2010-02-19', h4b, [[cast.milansMother, homes[4]!]]);
	});
}

type Plant = ReturnType<typeof planting>;

async function plantSchool(
	school: SchoolId,
	name: string,
	brin: string,
	kind: SchoolKind,
	grow: (plant: Plant) => Promise<void>
) {
	await sql`insert into platform.tenant (school_id, brin) values (${school}, ${brin})`.execute(local());
	await change({ school }, async (db) => {
		const tables = db.withTables<Tables>();
		const year = newId();
		await tables
			.insertInto('people.school')
			.values({ school_id: school, name, brin, kind, region: 'midden' })
			.execute();
		await tables
			.insertInto('people.school_year')
			.values({ school_id: school, id: year, name: '2026-2027', starts_on: since, ends_on: yearEnd })
			.execute();
		await grow(planting(tables, school, year));
		return ok(undefined);
	});
}

function planting(db: Transaction<Tables>, school: SchoolId, year: string) {
	const here = { school_id: school };
	const span = () => ({ ...here, id: newId(), starts_on: since });
	const person = (who: Ctx['person'], given: string, surname: string, more: Partial<Person> = {}) =>
		db
			.insertInto('people.person')
			.values({
				...here,
				id: who.id,
				role: who.role,
				key: `${who.role}-${given}`.toLowerCase(),
				given_name: given,
				surname,
				called: more.called ?? null,
				email: more.email ?? null,
				language: 'nl',
				interpreter: false
			})
			.execute();

	return {
		group: (id: GroupId, name: string, yearGroup: string) =>
			db
				.insertInto('people.pupil_group')
				.values({ ...here, id, school_year_id: year, key: name, name, year_group: yearGroup })
				.execute(),

		async staff(who: Ctx['person'], given: string, surname: string, called: string, groups: GroupId[]) {
			await person(who, given, surname, { called, email: `${given.toLowerCase()}@school.example.org` });
			await db
				.insertInto('people.staff')
				.values({ ...here, id: who.id, tasks: [...who.tasks] })
				.execute();
			for (const group_id of groups)
				await db
					.insertInto('people.teaching')
					.values({ ...span(), staff_id: who.id, group_id })
					.execute();
		},

		guardian: (who: Ctx['person'], given: string, surname: string, email: string | null) =>
			person(who, given, surname, { email }),

		async pupil(who: Ctx['person'], given: string, surname: string, born: string, group_id: GroupId, ties: Tie[]) {
			await person(who, given, surname);
			await db
				.insertInto('people.pupil')
				.values({ ...here, id: who.id, birth_date: born as Day, say: born < '2014-09-01' ? 3 : 1 })
				.execute();
			await db
				.insertInto('people.enrolment')
				.values({ ...span(), pupil_id: who.id, group_id })
				.execute();
			for (const [position, [guardian, household_id, authority]] of ties.entries()) {
				await db
					.insertInto('people.household')
					.values({ ...here, id: household_id })
					.onConflict((on) => on.doNothing())
					.execute();
				await db
					.insertInto('people.guardianship')
					.values({
						...span(),
						pupil_id: who.id,
						guardian_id: guardian.id,
						household_id,
						position: position + 1,
						relation: 'parent',
						authority: authority ?? 'yes',
						informed: true
					})
					.execute();
			}
		},

		async professional(who: Ctx['person'], given: string, surname: string, pupil: { id: PersonId }) {
			await person(who, given, surname, { email: `${given.toLowerCase()}@care.example.org` });
			await this.tie(who.id, pupil);
		},

		/** The leave on which the professional is with the child; both homes gave it. */
		async consent(who: Ctx['person'], given_name: string, surname: string, pupil: Who, asker: Who) {
			const id = newId<ConsentId>();
			const words = { title: 'Logopedie', what: 'leest mee', why: 'om Sem te helpen', readers: 'alleen zij' };
			const tables = db.withTables<ConsentTables>();
			await tables
				.insertInto('consent.consent')
				.values({
					...{ ...here, id, pupil_id: pupil.id, purpose: 'professional', state: 'given', ...words },
					...{ until: yearEnd, given_name, surname, email: `${given_name.toLowerCase()}@care.example.org` },
					...{ person_id: who.id, asked_by: asker.id, asked_at: cast.autumn }
				})
				.execute();
			const answers = [
				['ask', asker.id, null],
				['give', cast.samira.id, cast.samirasHome],
				['give', cast.youssef.id, cast.youssefsHome]
			] as const;
			for (const [move, person_id, household_id] of answers)
				await tables
					.insertInto('consent.step')
					.values({ ...here, consent_id: id, id: newId(), move, person_id, household_id, words: '', at: cast.autumn })
					.execute();
		},

		tie: (person_id: PersonId, pupil: { id: PersonId }) =>
			db
				.insertInto('people.tie')
				.values({ ...span(), pupil_id: pupil.id, person_id })
				.execute()
	};
}
