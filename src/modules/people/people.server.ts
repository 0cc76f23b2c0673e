import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { GroupId, PersonId } from '#platform/ids.ts';
import { once } from '#platform/together.server.ts';
import { standingOf } from './authority.ts';
import { isInCircle } from './circle.access.ts';
import * as store from './people.store.server.ts';
import { byName, fullNameOf, nameOf, type Person } from './person.ts';

/** A child as a line in a list. */
export type Child = {
	id: PersonId;
	callName: string;
	fullName: string;
	/** To sort by; the name on the screen is one of the two above. */
	surname: string;
	group: { id: GroupId; name: string } | null;
	/** A judge forbids this reader to take part in the child's talks. */
	outsideTalks?: true;
};

export function children(ctx: Ctx): Promise<readonly Child[]> {
	return read(ctx, (db) => childrenIn(db, ctx));
}

/** The children in whose circle `ctx.person` is today, by name. */
export function childrenIn(db: Db, ctx: Ctx): Promise<readonly Child[]> {
	return once(db, ctx, findChildren);
}

async function findChildren(db: Db, ctx: Ctx): Promise<readonly Child[]> {
	const tied = await store.findPupilsTiedTo(db, ctx, ctx.person.id);
	const children = new Map(tied.filter(opensCircle).map((pupil) => [pupil.id, asChild(pupil)]));
	return [...children.values()].sort((a, b) =>
		byName({ ...a, givenName: a.callName }, { ...b, givenName: b.callName })
	);
}

/** Persons of this school by id; who is not here is not in the map. */
export async function personsIn(db: Db, ctx: Ctx, ids: readonly PersonId[]): Promise<Map<PersonId, Person>> {
	const persons = await store.findPersons(db, ctx, ids);
	return new Map(persons.map((person) => [person.id, person]));
}

/** Their names, as they want to be called. */
export async function namesIn(db: Db, ctx: Ctx, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
	const persons = await personsIn(db, ctx, ids);
	return new Map([...persons].map(([id, person]) => [id, nameOf(person)]));
}

function opensCircle(tie: store.TiedPupil) {
	return tie.authority === null || isInCircle(standingOf(tie));
}

function asChild({ id, call_name, prefix, surname, group_id, group_name, bars }: store.TiedPupil): Child {
	return {
		id,
		callName: call_name,
		fullName: fullNameOf({ givenName: call_name, prefix, surname }),
		surname,
		group: group_id && group_name ? { id: group_id, name: group_name } : null,
		...(bars?.includes('talks') && { outsideTalks: true as const })
	};
}
