import { planIn } from '#modules/conversations/conversations.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { change } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import { as } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { rowsAsOwner } from '#tests/harness/databases.ts';
import { buildTown } from './town.ts';

export type Seated = { talk: ConversationId; people: { school: SchoolId; person: PersonId }[] };

const minutesADay = 24 * 60;

/** Talks that have begun, each with a teacher and the child's one or two guardians, in a school of a usual size. */
export async function seatTables(owner: string, tables: number): Promise<Seated[]> {
	const { classes } = await buildTown(owner, 1, 400);
	const homes = await guardiansOf(owner);
	const seated: Seated[] = [];
	for (let at = 0; at < tables; at++) {
		const { school, teacher, families } = classes[at % classes.length]!;
		const { pupil } = families[Math.floor(at / classes.length)]!;
		const chair = as({ id: teacher, role: 'staff', tasks: ['teacher'] }, school, new Date());
		const guardians = homes.get(pupil)!;
		// On paper each teacher's talks are days apart; here they are all held at once.
		const startsAt = addMinutes(chair.now, (30 + at) * minutesADay);
		const talk = { kind: 'concern', pupil, chair: teacher, guardians, minutes: 60, startsAt } as const;
		const planned = await change(chair, async (db) =>
			ok(await planIn(db, chair, { ...talk, place: { kind: 'school' }, pupilInvited: false }))
		);
		const id = value(planned);
		value(await sittings.start(chair, id));
		seated.push({ talk: id, people: [teacher, ...guardians].map((person) => ({ school, person })) });
	}
	return seated;
}

async function guardiansOf(owner: string) {
	const rows = await rowsAsOwner<{ pupil: PersonId; guardian: PersonId }>(
		owner,
		'select pupil_id as pupil, guardian_id as guardian from people.guardianship order by position'
	);
	const homes = new Map<PersonId, PersonId[]>();
	for (const { pupil, guardian } of rows) homes.set(pupil, [...(homes.get(pupil) ?? []), guardian]);
	return homes;
}
