import { expect, test } from 'vitest';
import { anke, as, carla, noor, samira, samirasHome, youssef } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { useDatabase } from '#tests/database.ts';
import * as entries from './entries.server.ts';
import * as plans from './plans.server.ts';
import { sheet } from './record-sheet.server.ts';
import * as records from './records.server.ts';
import * as responses from './responses.server.ts';
import * as sittings from './sittings.server.ts';
import * as understandings from './understandings.server.ts';

useDatabase();

const missing = { ok: false, reason: 'missing' };

async function recorded() {
	const moment = { startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } as const };
	const people = [samira.id];
	const made = { kind: 'concern', pupil: noor.id, people, pupilInvited: false, ...moment } as const;
	const id = value(await plans.plan(as(anke), made));
	const said = { section: 'hard', audience: 'adults', minutes: null, forChild: false } as const;
	value(await entries.say(as(samira), id, { ...said, text: 'Ze slaapt slecht' }));
	value(await sittings.start(as(anke), id));
	value(await sittings.hold(as(anke), id));
	const draft = { forAdults: 'Besproken:\n– Durven vragen', forCircle: 'Wij helpen je.', version: 0 };
	value(await records.write(as(anke), id, draft));
	value(await understandings.sayBack(as(anke), id, { household: samirasHome, text: 'ALLEEN THUIS', version: 0 }));
	expect(await sheet(as(anke), id, { language: 'nl', full: false })).toEqual(missing);
	value(await records.record(as(anke), id));
	value(await responses.view(as(youssef), id, 'Ik zie het anders', 'adults'));
	return id;
}

test('the paper has its labels in the language, and what people wrote as they wrote it', async () => {
	const id = await recorded();
	const dutch = value(await sheet(as(samira), id, { language: 'nl', full: true }));
	expect(JSON.stringify(dutch.blocks)).toMatch(
		/Voor de volwassenen.*Durven vragen.*Ik zie het anders.*Ze slaapt slecht/
	);
	const arabic = value(await sheet(as(samira), id, { language: 'ar', full: true }));
	expect(arabic).toMatchObject({ language: 'ar', title: expect.stringMatching(/^تقرير اللقاء بشأن .*Noor/) });
	const text = JSON.stringify(arabic.blocks);
	expect(text).toMatch(/للبالغين.*Durven vragen.*الردود.*Ik zie het anders.*Ze slaapt slecht/);
	expect(text).not.toMatch(/Voor de volwassenen|Afspraken|Reacties/);
	const english = JSON.stringify(value(await sheet(as(samira), id, { language: 'en', full: false })).blocks);
	expect(english).toMatch(/For the adults/);
	expect(english).not.toContain('Ze slaapt slecht');
});

// Red when `sheetOf` prints what `get` of record-page does not give this reader.
test('the paper of the child holds its own sentences, in every language, and nothing of adults', async () => {
	const id = await recorded();
	for (const language of ['nl', 'en', 'ar'] as const) {
		const text = JSON.stringify(value(await sheet(as(noor), id, { language, full: true })));
		expect(text).toContain('Wij helpen je.');
		expect(text).not.toMatch(/Durven vragen|zie het anders|slaapt|ALLEEN/);
	}
});

// Red when staff prints with its own eyes for a guardian (`asReaderIn`, handovers.server.ts).
test('staff prints a sheet for a guardian as that guardian reads it; others cannot', async () => {
	const id = await recorded();
	const his = JSON.stringify(value(await sheet(as(anke), id, { language: 'nl', full: true, to: youssef.id })));
	expect(his).toContain('Durven vragen');
	expect(his).not.toMatch(/Ze slaapt slecht|ALLEEN THUIS/);
	for (const who of [samira, noor]) {
		expect(await sheet(as(who), id, { language: 'nl', full: true, to: youssef.id })).toEqual(missing);
	}
	expect(await sheet(as(anke), id, { language: 'nl', full: true, to: carla.id })).toEqual(missing);
});
