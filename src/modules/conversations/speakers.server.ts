import { voiceOf } from '#modules/people/circle.ts';
import { personsIn } from '#modules/people/people.server.ts';
import { nameOf } from '#modules/people/person.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Speakers } from './speaker.ts';

/** The names and voices of these persons, whoever of them is still in the circle. */
export async function speakersIn(db: Db, ctx: Ctx, ids: readonly (PersonId | null)[]): Promise<Speakers> {
	const persons = await personsIn(db, ctx, [...new Set(ids.filter((id) => id !== null))]);
	return Object.fromEntries(
		[...persons].map(([person, found]) => [person, { person, name: nameOf(found), voice: voiceOf(found) }])
	);
}
