import { expect, test } from 'vitest';
import { value } from '#seeds/start-round.ts';
import { anke, as, noor, samira } from '#seeds/cast.ts';
import { photoWithPlace } from '#tests/harness/made-files.ts';
import { refusedBy, useDatabase } from '#tests/database.ts';
import { write } from './developments.server.ts';
import { plan } from './plans.server.ts';
import { show } from './showings.server.ts';

useDatabase();

async function shown() {
	const talk = value(
		await plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id], pupilInvited: false, minutes: 30 },
			...{ startsAt: new Date('2026-09-28T13:00:00Z'), place: { kind: 'school' } }
		})
	);
	const evidence = { kind: 'photo', bytes: await photoWithPlace(), caption: '' } as const;
	const noted = { domain: 'talents', words: 'x', audience: 'circle', voice: 'home', evidence } as const;
	value(await show(as(samira), noor.id, value(await write(as(samira), noor.id, noted)), talk));
}

const nowhere = `'00000000-0000-4000-8000-00000000dead'`;
const twice = (table: string) => `insert into conversations.${table} select * from conversations.${table}`;

/** What holds when the program is wrong: each line is seen red by taking that constraint out of its migration (0039). */
const walls: [string, string][] = [
	['development_pk', twice('development')],
	['development_voice', `update conversations.development set voice = 'inspector'`],
	['development_domain', `update conversations.development set domain = 'behaviour'`],
	['development_words', `update conversations.development set words = ''`],
	['development_audience', `update conversations.development set audience = 'me'`],
	['development_pupil', `update conversations.development set pupil_id = ${nowhere}`],
	['development_author', `update conversations.development set author_id = ${nowhere}`],
	['evidence_pk', twice('evidence')],
	['evidence_kind', `update conversations.evidence set kind = 'diagnosis'`],
	['evidence_development', `update conversations.evidence set development_id = ${nowhere}`],
	['evidence_pupil', `update conversations.evidence set pupil_id = ${nowhere}`],
	['evidence_file', `update conversations.evidence set file_id = ${nowhere}`],
	['showing_pk', twice('showing')],
	['showing_conversation', `update conversations.showing set conversation_id = ${nowhere}`],
	['showing_development', `update conversations.showing set development_id = ${nowhere}`],
	['showing_person', `update conversations.showing set person_id = ${nowhere}`],
	['file_type', `update platform.file set type = 'text/html'`]
];

test('the database itself refuses what cannot stand in what is noted of a child', async () => {
	await shown();
	expect(await refusedBy(walls)).toEqual(walls.map(([name]) => name));
});
