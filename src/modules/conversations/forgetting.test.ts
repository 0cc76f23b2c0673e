import { expect, test } from 'vitest';
import { anke, as, bram, deEik, deLinde, noor, samira, sem } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { sound } from '#tests/access/record-rows.ts';
import { asOwner, forgetAs, useDatabase } from '#tests/database.ts';
import { photoWithPlace } from '#tests/harness/made-files.ts';
import { write } from './developments.server.ts';
import { plan } from './plans.server.ts';
import * as records from './records.server.ts';
import { retell } from './retellings.server.ts';
import { show } from './showings.server.ts';
import * as sittings from './sittings.server.ts';

useDatabase();

async function planned(pupil: typeof noor, teacher: typeof anke) {
	const startsAt = new Date(`2026-09-2${teacher === anke ? 4 : 5}T13:00:00Z`);
	const moment = { startsAt, minutes: 30, place: { kind: 'school' } } as const;
	const people = { people: [samira.id], pupilInvited: false };
	return value(await plan(as(teacher), { ...moment, ...people, kind: 'concern', pupil: pupil.id }));
}

async function noted(pupil: typeof noor, teacher: typeof anke) {
	const evidence = { kind: 'photo', bytes: await photoWithPlace(), caption: '' } as const;
	const said = { domain: 'talents', words: 'x', audience: 'circle', voice: 'home', evidence } as const;
	const note = value(await write(as(samira), pupil.id, said));
	value(await show(as(samira), pupil.id, note, await planned(pupil, teacher)));
}

async function retold(pupil: typeof noor, teacher: typeof anke) {
	const talk = await planned(pupil, teacher);
	value(await sittings.start(as(teacher), talk));
	value(await sittings.hold(as(teacher), talk));
	value(await records.write(as(teacher), talk, { forAdults: 'x', forCircle: 'x', version: 0 }));
	value(await records.record(as(teacher), talk));
	value(await retell(as(samira), talk, sound));
}

const count = async (table: string) => (await asOwner(`select 1 from ${table}`)).length;

/**
 * Guards each line of these functions (0040, 0048), seen red by leaving it out; but for what is done twice: a showing goes with
 * its note, and `forget_files` asks once more which school was entered.
 */
test.each([
	['forget_development', noted, ['conversations.development', 'conversations.evidence', 'conversations.showing']],
	['forget_retellings', retold, ['conversations.retelling']]
] as const)(
	'%s takes all of a child who left with its files, and nothing of who is here',
	async (name, make, tables) => {
		await make(noor, anke);
		await make(sem, bram);
		const about = { school: deLinde, pupil: noor.id };
		const forget = (entered = deLinde) => forgetAs(entered, `conversations.${name}`, about);
		await expect(forget()).rejects.toThrow('has not left');
		await asOwner(`update people.enrolment set ends_on = '2026-09-01' where pupil_id = '${noor.id}'`);
		await expect(forget(deEik)).rejects.toThrow('another school');
		for (const table of [...tables, 'platform.file', 'platform.file_content']) expect(await count(table)).toBe(2);
		await forget();
		for (const table of [...tables, 'platform.file', 'platform.file_content'])
			expect([table, await count(table)]).toEqual([table, 1]);
	}
);
