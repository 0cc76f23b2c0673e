import type { Tables } from '#modules/people/people.store.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { GroupId, HouseholdId, PersonId, SchoolId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { deLinde } from './cast.ts';

export type PlantedClass = {
	group: GroupId;
	teacher: Ctx['person'];
	families: { pupil: PersonId; guardian: Ctx['person'] }[];
};

const since = '2026-08-31' as Day;

/** Classes of nobody in particular beside the cast, for what needs many: races and measurements. Each child has one guardian. */
export async function plantClasses(classes: number, size: number, school: SchoolId = deLinde): Promise<PlantedClass[]> {
	const planted = Array.from({ length: classes }, (): PlantedClass => ({
		group: newId<GroupId>(),
		teacher: { id: newId<PersonId>(), role: 'staff', tasks: ['teacher'] },
		families: Array.from({ length: size }, () => ({
			pupil: newId<PersonId>(),
			guardian: { id: newId<PersonId>(), role: 'guardian', tasks: [] }
		}))
	}));
	for (const each of planted) await plant(each, school);
	return planted;
}

async function plant({ group, teacher, families }: PlantedClass, school: SchoolId) {
	const here = { school_id: school };
	const span = () => ({ ...here, id: newId(), starts_on: since });
	const person = (id: PersonId, role: Ctx['person']['role'], given_name: string) =>
		({ ...here, id, role, given_name, surname: 'Voorbeeld', language: 'nl', interpreter: false }) as const;
	const homes = families.map(() => newId<HouseholdId>());

	await change({ school }, async (db) => {
		const tables = db.withTables<Tables>();
		const year = await tables
			.selectFrom('people.school_year')
			.where('school_id', '=', school)
			.select('id')
			.executeTakeFirstOrThrow();
		await tables
			.insertInto('people.pupil_group')
			.values({ ...here, id: group, school_year_id: year.id, key: group, name: `Groep ${group}` })
			.execute();
		await tables
			.insertInto('people.person')
			.values([
				person(teacher.id, 'staff', 'Leerkracht'),
				...families.flatMap(({ pupil, guardian }) => [
					person(pupil, 'pupil', 'Kind'),
					person(guardian.id, 'guardian', 'Ouder')
				])
			])
			.execute();
		await tables
			.insertInto('people.staff')
			.values({ ...here, id: teacher.id, tasks: ['teacher'] })
			.execute();
		await tables
			.insertInto('people.teaching')
			.values({ ...span(), staff_id: teacher.id, group_id: group })
			.execute();
		await tables
			.insertInto('people.pupil')
			.values(families.map(({ pupil }) => ({ ...here, id: pupil, say: 1 })))
			.execute();
		await tables
			.insertInto('people.enrolment')
			.values(families.map(({ pupil }) => ({ ...span(), pupil_id: pupil, group_id: group })))
			.execute();
		await tables
			.insertInto('people.household')
			.values(homes.map((id) => ({ ...here, id })))
			.execute();
		await tables
			.insertInto('people.guardianship')
			.values(
				families.map(({ pupil, guardian }, at) => ({
					...span(),
					pupil_id: pupil,
					guardian_id: guardian.id,
					household_id: homes[at]!,
					position: 1,
					relation: 'parent' as const,
					authority: 'yes' as const,
					informed: true
				}))
			)
			.execute();
		return ok(undefined);
	});
}
