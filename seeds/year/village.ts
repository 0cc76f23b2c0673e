import * as callers from '#modules/people/callers.server.ts';
import { groupsIn, pupilsOf, teachersOf, type GroupPupil } from '#modules/people/families.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { GroupId, PersonId, SchoolId } from '#platform/ids.ts';

/** Who lives in a school that came by import: ids are new each time, names are not. */
export type Village = {
	school: SchoolId;
	groups: { id: GroupId; name: string; pupils: GroupPupil[]; teachers: PersonId[] }[];
	pupils: GroupPupil[];
	/** `person` as they act at `now`, in their own language. */
	as: (person: PersonId, now: Date) => Ctx;
	staff: (givenName: string) => PersonId;
	pupil: (callName: string, surname: string) => GroupPupil;
	/** The guardian of this child with this given name. */
	guardian: (pupil: GroupPupil, givenName: string) => GroupPupil['guardians'][number];
	/** Anybody by their whole name, in a circle or not. */
	named: (name: string) => PersonId;
	teachersOf: (pupil: GroupPupil) => PersonId[];
	hasEmail: (person: PersonId) => boolean;
	nameOf: (person: PersonId) => string;
};

export async function villageOf(school: SchoolId, now: Date): Promise<Village> {
	const { personas } = await callers.all(school, now);
	const people = new Map(personas.map((persona) => [persona.id, persona]));
	const nobody: Ctx = { school, person: { id: personas[0]!.id, role: 'staff', tasks: [] }, now, language: 'nl' };

	const { groups, pupils, teaching } = await read({ school }, async (db) => {
		const found = await groupsIn(db, nobody);
		const ids = found.map(({ id }) => id);
		return {
			groups: found,
			pupils: await pupilsOf(db, nobody, ids),
			teaching: (await teachersOf(db, nobody, ids)).sort((a, b) => (a.name < b.name ? -1 : 1))
		};
	});
	const languages = new Map(pupils.flatMap(({ guardians }) => guardians.map(({ id, language }) => [id, language])));

	return {
		school,
		pupils,
		groups: groups.map(({ id, name }) => ({
			id,
			name,
			pupils: pupils.filter(({ group }) => group.id === id),
			teachers: teaching.filter(({ group }) => group === id).map(({ teacher }) => teacher)
		})),
		as(id, at) {
			const { role, tasks } = found(people.get(id), id);
			return { school, person: { id, role, tasks }, now: at, language: languages.get(id) ?? 'nl' };
		},
		staff: (givenName) =>
			found(
				personas.find(({ role, name }) => role === 'staff' && name.split(' ').includes(givenName)),
				givenName
			).id,
		pupil: (callName, surname) =>
			found(
				pupils.find((pupil) => pupil.callName === callName && pupil.surname.endsWith(surname)),
				`${callName} ${surname}`
			),
		guardian: (pupil, givenName) =>
			found(
				pupil.guardians.find(({ name }) => name.startsWith(givenName)),
				givenName
			),
		named: (name) =>
			found(
				personas.find((persona) => persona.name === name),
				name
			).id,
		teachersOf: ({ group }) => teaching.filter((one) => one.group === group.id).map(({ teacher }) => teacher),
		hasEmail: (id) => !!found(people.get(id), id).email,
		nameOf: (id) => found(people.get(id), id).name
	};
}

function found<T>(value: T | undefined, name: string): T {
	if (!value) throw new Error(`Nobody in the village is called ${name}.`);
	return value;
}
