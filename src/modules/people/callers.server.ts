import type { Ctx, Language, Role, Task } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { findGuardianships, findStanding, saveCalled, saveLanguage, type Standing } from './caller.store.server.ts';
import { byName, nameOf } from './person.ts';

/** Who asks, before there is a ctx: what the porch needs to make one, and to say whose page this is. */
export type Caller = {
	person: Ctx['person'];
	language: Language;
	name: string;
	/** For a greeting: as they want to be called, else the given name. */
	callName: string;
	/** What they said themselves; null: nothing. */
	called: string | null;
	schoolName: string;
};

/** A person one may enter as in the trial, with the children it is there for. */
export type Persona = {
	id: PersonId;
	role: Role;
	tasks: readonly Task[];
	name: string;
	email: string | null;
	children: string[];
};

/** Undefined: this person is not here, or not any more. */
export async function find(school: SchoolId, person: PersonId, now: Date): Promise<Caller | undefined> {
	return read({ school }, (db) => findIn(db, school, person, now));
}

/** The same inside a transaction; with the address for who writes to this person. */
export async function findIn(db: Db, school: SchoolId, person: PersonId, now: Date) {
	const [found] = await findStanding(db, { school, now }, person);
	return found && { ...asCaller(found), email: found.email };
}

/** For the last word to somebody, who may have left: nothing of a child, only that something ended. */
export async function partingIn(db: Db, school: SchoolId, person: PersonId, now: Date) {
	const [found] = await findStanding(db, { school, now }, person, true);
	return found && { ...asCaller(found), email: found.email };
}

/** The same persons with their names; who is no longer here falls out. */
export async function named(entries: readonly { school: SchoolId; person: PersonId }[], now: Date) {
	const found = await Promise.all(
		entries.map(async ({ school, person }) => ({ school, person, caller: await find(school, person, now) }))
	);
	return found.flatMap(({ school, person, caller }) =>
		caller ? [{ school, person, name: caller.name, schoolName: caller.schoolName }] : []
	);
}

/** Everybody of a school by name: for the trial, where one may become anybody. */
export async function all(school: SchoolId, now: Date): Promise<{ name: string; personas: Persona[] }> {
	return read({ school }, async (db) => {
		const everybody = await findStanding(db, { school, now });
		const names = new Map(everybody.map((person) => [person.id, nameOf(person)]));
		const children = new Map<PersonId, string[]>();
		for (const { pupil, guardian } of await findGuardianships(db, { school, now })) {
			const name = names.get(pupil);
			if (name) children.set(guardian, [...(children.get(guardian) ?? []), name]);
		}
		return {
			name: everybody[0]?.schoolName ?? '',
			personas: everybody.toSorted(byName).map((person) => ({
				id: person.id,
				role: person.role,
				tasks: person.tasks ?? [],
				name: nameOf(person),
				email: person.email,
				children: children.get(person.id) ?? []
			}))
		};
	});
}

/** From now on the house speaks this language to this person; said by the person alone. */
export function speak(ctx: Ctx, language: Language) {
	return change(ctx, async (db) => ok(await saveLanguage(db, ctx, language)));
}

/** How somebody wants to be called: `juf Anke`, `mama van Noor`. Said by the person alone; nothing said: by name. */
export function callMe(ctx: Ctx, called: string) {
	return change(ctx, async (db) => ok(await saveCalled(db, ctx, called.trim().slice(0, 60) || null)));
}

function asCaller(found: Standing): Caller {
	return {
		person: { id: found.id, role: found.role, tasks: found.tasks ?? [] },
		language: found.language,
		name: nameOf(found),
		called: found.called,
		callName: found.called ?? found.givenName,
		schoolName: found.schoolName
	};
}
