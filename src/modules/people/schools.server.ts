import type { Ctx, Task } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { findGuardians } from './authority.store.server.ts';
import { teachersOf } from './families.server.ts';
import { byName, nameOf } from './person.ts';
import { mayKeepSchool } from './school.access.ts';
import type { SchoolSettings } from './school.input.ts';
import * as store from './school.store.server.ts';
import type { Region } from './school.ts';

export type SchoolReason = 'missing' | 'last-office' | 'last-with-mail';

const collator = new Intl.Collator('nl', { numeric: true });

/** What the office keeps: the school itself, its groups, staff with tasks, and of how many guardians authority is unknown. */
export function get(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!mayKeepSchool(ctx)) return no('missing');
		const groups = await store.findGroups(db, ctx);
		const taught = await teachersOf(
			db,
			ctx,
			groups.map(({ id }) => id)
		);
		const staff = (await store.findStaff(db, ctx)).map((person) => ({ ...person, givenName: person.given_name }));
		const unknown = await findGuardians(db, ctx);
		return ok({
			school: await store.findSchool(db, ctx),
			groups: groups
				.map((group) => ({
					...group,
					teachers: taught.filter(({ group: id }) => id === group.id).map(({ name }) => name)
				}))
				.sort((a, b) => collator.compare(a.name, b.name)),
			staff: staff.sort(byName).map((person) => ({
				id: person.id,
				name: nameOf({ ...person, role: 'staff' }),
				email: person.email,
				tasks: person.tasks,
				proposed: person.proposed_tasks
			})),
			unknown: unknown.length
		});
	});
}

/** How these schools are called: for who stands at the door and must choose one. */
export async function namesOf(asked: readonly SchoolId[]): Promise<Map<SchoolId, string>> {
	const found = await Promise.all(
		[...new Set(asked)].map(
			async (school) => [school, await read({ school }, (db) => store.findName(db, school))] as const
		)
	);
	return new Map(found.flatMap(([school, name]) => (name ? [[school, name] as const] : [])));
}

/** How this school signs what it hangs up or sends on paper. */
export async function signatureIn(db: Db, ctx: Ctx): Promise<{ name: string; phone: string | null }> {
	const { name, phone } = await store.findSchool(db, ctx);
	return { name, phone };
}

/** A secondary school: several teachers, each with a subject, around one child. */
export async function isSecondaryIn(db: Db, ctx: Ctx): Promise<boolean> {
	return (await store.findSchool(db, ctx))?.kind === 'vo';
}

/** Who works here, by name: to choose a colleague from. */
export async function colleaguesIn(db: Db, ctx: Ctx): Promise<{ id: PersonId; name: string }[]> {
	const staff = (await store.findStaff(db, ctx)).map((person) => ({ ...person, givenName: person.given_name }));
	return staff.sort(byName).map((person) => ({ id: person.id, name: nameOf({ ...person, role: 'staff' }) }));
}

export function changeSchool(ctx: Ctx, settings: SchoolSettings): Promise<Outcome<undefined, SchoolReason>> {
	return change(ctx, async (db) => {
		if (!mayKeepSchool(ctx)) return no('missing');
		await store.saveSettings(db, ctx, settings);
		recordFact(db, ctx, 'school.changed', ctx.school);
		return ok(undefined);
	});
}

/** In which part of the country the school lies: by that its holidays go. */
export function chooseRegion(ctx: Ctx, region: Region): Promise<Outcome<undefined, SchoolReason>> {
	return change(ctx, async (db) => {
		if (!mayKeepSchool(ctx)) return no('missing');
		await store.saveRegion(db, ctx, region);
		recordFact(db, ctx, 'school.changed', ctx.school);
		return ok(undefined);
	});
}

/** Say what a member of staff does here. Somebody must be left who may do this, and who can sign in to do it. */
export function giveTasks(ctx: Ctx, staff: PersonId, tasks: Task[]): Promise<Outcome<undefined, SchoolReason>> {
	return change(ctx, async (db): Promise<Outcome<undefined, SchoolReason>> => {
		if (!mayKeepSchool(ctx)) return no('missing');
		await store.holdSchool(db, ctx);
		if (!(await store.saveTasks(db, ctx, staff, tasks))) return no('missing');
		const keepers = (await store.findStaff(db, ctx)).filter((person) =>
			person.tasks.some((task) => task === 'office' || task === 'leadership')
		);
		if (!keepers.length) return no('last-office');
		if (!keepers.some(({ email }) => email)) return no('last-with-mail');
		recordFact(db, ctx, 'staff.tasks-given', staff, { tasks: tasks.join(' ') });
		return ok(undefined);
	});
}
