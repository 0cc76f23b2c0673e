import { sql } from 'kysely';
import * as plans from '#modules/conversations/plans.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { print } from '#modules/people/invitations.server.ts';
import { accountOf, admitIn } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import { ok } from '#platform/outcome.ts';
import * as sessions from '#platform/sessions.server.ts';
import { anke, as, bram, deLinde, leyla, noor, samira, therapist, wim, yara, youssef, yvonne } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { september, value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { doorsOf } from '#tests/access/doors.ts';
import { furnish } from '#tests/access/furnished.ts';
import { plantRounds } from './rounds.ts';
import { players } from './visits.ts';

/** Staff who came in by mail alone: nothing opens before the second step. */
export const halfway = 'teacher, halfway in';

/** De Linde with one of everything of Noor, a talk that goes on now, and a talk about Yara, who prepares for herself. */
export async function plantGround() {
	await plantCast();
	await tieTherapist();
	const ids = await furnish();
	const tokens = new Map<string, string>();
	for (const { name, who, school } of players) if (who) tokens.set(name, await tokenFor(school, who));
	tokens.set(halfway, await comeHalfway());
	const held = await planTalk(anke, noor, [samira, youssef], '10:00');
	value(await sittings.start(as(anke), held));
	const yaras = await planTalk(bram, yara, [leyla], '16:30');
	const letter = value(await print(as(yvonne), { person: wim.id })).letters[0]!.code;
	return { ids, tokens, doors: doorsOf(ids), held, yaras, letter, rounds: await plantRounds() };
}
export type Ground = Awaited<ReturnType<typeof plantGround>>;

/** A professional of Noor's circle too. */
function tieTherapist() {
	const tie = sql`insert into people.tie (school_id, id, pupil_id, person_id, starts_on)
		values (${deLinde}, ${newId()}, ${noor.id}, ${therapist.id}, '2026-08-31')`;
	return change(as(yvonne), async (db) => ok(await tie.execute(db)));
}

type Who = typeof anke;
async function planTalk(teacher: Who, pupil: Who, guardians: Who[], time: string) {
	const moment = { startsAt: september(22, time), minutes: 30, place: { kind: 'school' } as const };
	const people = guardians.map(({ id }) => id);
	const about = { kind: 'concern', pupil: pupil.id, people, pupilInvited: true } as const;
	return value(await plans.plan(as(teacher), { ...moment, ...about }));
}

async function comeHalfway() {
	const her = { school: deLinde, person: bram.id, email: 'bram@school.example.org' };
	if (!(await accountOf(her))) await change(her, async (db) => ok(await admitIn(db, [her])));
	return sessions.begin((await accountOf(her))!, 'a test', her, { factors: ['mail'] });
}
