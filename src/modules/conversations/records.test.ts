import { expect, test } from 'vitest';
import { anke, as, carla, noor, samira, youssef } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { useDatabase } from '#tests/database.ts';
import * as entries from './entries.server.ts';
import * as plans from './plans.server.ts';
import * as records from './records.server.ts';
import * as sittings from './sittings.server.ts';

useDatabase();

const said = (text: string) => ({ section: 'hard', audience: 'adults', text, minutes: null, forChild: false }) as const;

async function held(people: PersonId[], says: (id: ConversationId) => Promise<unknown>) {
	const moment = { startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } as const };
	const made = { kind: 'concern', pupil: noor.id, people, pupilInvited: false, ...moment } as const;
	const id = value(await plans.plan(as(anke), made));
	await says(id);
	value(await sittings.start(as(anke), id));
	value(await sittings.hold(as(anke), id));
	return id;
}

const bothSpeak = async (id: ConversationId) => {
	value(await entries.say(as(samira), id, said('Ze slaapt slecht')));
	value(await entries.say(as(anke), id, said('Ze let minder op')));
};

// Red when `mayAllHear` (record.access.ts) lets everything through: what one home says is not the other home's to read.
test('a record starts with what all its readers may hear: not with the words of one home for the other', async () => {
	const id = await held([samira.id, carla.id], bothSpeak);
	const { gist } = value(await records.get(as(anke), id));
	expect(gist?.steps.flatMap((step) => step.said.map(({ text }) => text))).toEqual(['Ze let minder op']);
	expect(gist?.leftOut).toBe(1);
});

test('with both homes at the table it starts with the words of all, until a draft is kept', async () => {
	const id = await held([samira.id, youssef.id], bothSpeak);
	const { gist } = value(await records.get(as(anke), id));
	expect(gist?.steps.flatMap((step) => step.said.map(({ text }) => text))).toEqual([
		'Ze slaapt slecht',
		'Ze let minder op'
	]);
	value(await records.write(as(anke), id, { forAdults: '', forCircle: 'Kort', version: 0 }));
	expect(value(await records.get(as(anke), id)).gist).toBeUndefined();
});
