import { expect, test } from 'vitest';
import { change } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { as, autumn, noor, samira, sem, yvonne } from '#seeds/cast.ts';
import { openStartRound, value } from '#seeds/start-round.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import { forgetPupilIn } from './forgetting.server.ts';
import { makeCodeIn, personOfInvitation } from './invitations.server.ts';

useDatabase();

const office = as(yvonne);
const leaves = (pupil: PersonId) =>
	asOwner(`update people.enrolment set ends_on = '2026-09-01' where pupil_id = '${pupil}' returning id`);
const forget = (pupil: PersonId) => change(office, async (db) => ok(await forgetPupilIn(db, office, pupil)));

// Red when cycle.forget_pupil takes the codes of all guardians of the child, as 0020 did.
test('a code in a mail goes on to work as long as a brother is at school, and goes with the last child', async () => {
	const { round } = await openStartRound();
	const code = value(await change(office, async (db) => ok(await makeCodeIn(db, office, round, samira.id))));
	await leaves(noor.id);
	value(await forget(noor.id));
	expect(await personOfInvitation(code, autumn)).toMatchObject({ person: samira.id });
	await leaves(sem.id);
	value(await forget(sem.id));
	expect(await personOfInvitation(code, autumn)).toBeUndefined();
});
