import * as plans from '#modules/conversations/plans.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { change } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { addDays, addMinutes } from '#platform/time.ts';
import { planIn } from '#modules/conversations/conversations.server.ts';
import { as } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { rowsAsOwner } from '#tests/harness/databases.ts';
import { buildTown } from './town.ts';

export type Seated = { talk: ConversationId; people: { school: SchoolId; person: PersonId }[] };

/** Talks that are being held, each with a teacher and one or two guardians, in a school of a usual size. */
export async function seatTables(owner: string, tables: number): Promise<Seated[]> {
	const { classes } = await buildTown(owner, 1, 400);
	const all: Seated[] = [];
	for (let at = 0; all.length < tables; at++) {
		const { school, teacher, families } = classes[at % classes.length]!;
		const family = families[Math.floor(at / classes.length)]!;
		const chair = as({ id: teacher, role: 'staff', tasks: ['teacher'] }, school, new Date());
		const guardians = await guardiansOf(owner, family.pupil);
		// A teacher holds one talk at a time; their others are a day apart, and nobody at the table minds.
		const startsAt = addMinutes(addDays2(chair.now, 1 + at), 0);
		const talk = value(
			await change(chair, async (db) =>
				ok(
					await planIn(db, chair, {
						...{ kind: 'concern', pupil: family.pupil, chair: teacher, guardians, minutes: 60 },
						...{ startsAt, place: { kind: 'school' }, pupilInvited: false }
					})
				)
			)
		);
		value(await sittings.start(chair, talk));
		all.push({ talk, people: [teacher, ...guardians].map((person) => ({ school, person })) });
	}
	return all;
}
