import { expect, test } from 'vitest';
import {
	anke,
	as,
	bram,
	deEik,
	joris,
	milan,
	mentor,
	noor,
	samira,
	sem,
	stranger,
	yvonne,
	youssef
} from '#seeds/cast.ts';
import { change, conflicts } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { value } from '#seeds/start-round.ts';
import { dot } from '#tests/access/preparation-rows.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import * as agendas from './agendas.server.ts';
import * as aims from './aims.server.ts';
import { attach } from './attachments.server.ts';
import * as companions from './companions.server.ts';
import { cancelIn, moveIn, planIn, type NewConversation } from './conversations.server.ts';
import * as entries from './entries.server.ts';
import * as notes from './notes.server.ts';
import * as summaries from './summaries.server.ts';
import { houseTemplate } from './template.ts';
import { adapt } from './templates.server.ts';

useDatabase();

const quarterToFour = new Date('2026-09-24T13:45:00Z');
const aboutNoor: NewConversation = {
	kind: 'start',
	pupil: noor.id,
	chair: anke.id,
	guardians: [samira.id],
	startsAt: quarterToFour,
	minutes: 15,
	place: { kind: 'school', location: 'lokaal 5' },
	pupilInvited: true
};

async function planned(given: Partial<NewConversation> = {}) {
	const outcome = await change(as(yvonne), async (db) => ok(await planIn(db, as(yvonne), { ...aboutNoor, ...given })), {
		[conflicts.overlap]: 'taken'
	});
	return outcome;
}

async function id(given: Partial<NewConversation> = {}) {
	const outcome = await planned(given);
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}

test('a planned talk stands in the list of everybody who comes, with who prepared', async () => {
	await id();
	const [talk] = await summaries.upcomingOf(as(samira));
	expect(talk).toMatchObject({ callName: 'Noor', startsAt: quarterToFour, place: { location: 'lokaal 5' } });
	expect(talk!.people.map(({ name, voice, prepared }) => [name, voice, prepared])).toEqual([
		['Samira El Idrissi', 'home', false],
		['Noor', 'child', false],
		['juf Anke', 'school', false]
	]);
	expect(await summaries.upcomingOf(as(anke))).toHaveLength(1);
	expect(await summaries.upcomingOf(as(noor))).toHaveLength(1);
	expect(await facts()).toEqual(['conversation.planned']);
});

test('nobody sits at two tables at once, and a refusal leaves nothing', async () => {
	await id();
	const overlapping = new Date('2026-09-24T13:55:00Z');
	expect(await planned({ pupil: sem.id, chair: bram.id, startsAt: overlapping })).toMatchObject({ reason: 'taken' });
	await id({ pupil: sem.id, chair: bram.id, startsAt: new Date('2026-09-24T14:00:00Z') });
	expect(await facts()).toHaveLength(2);
});

test('moved it stands at the new time and the old one is free; cancelled it takes no time', async () => {
	const talk = await id();
	const later = new Date('2026-09-24T15:00:00Z');
	await change(as(samira), (db) => moveIn(db, as(samira), talk, { startsAt: later }));
	expect(await summaries.upcomingOf(as(samira))).toMatchObject([{ startsAt: later, minutes: 15 }]);
	await id({ pupil: sem.id, chair: bram.id });

	await change(as(samira), (db) => cancelIn(db, as(samira), talk));
	await id({ startsAt: later });
	expect(await change(as(samira), (db) => moveIn(db, as(samira), talk, { startsAt: later }))).toEqual({
		ok: false,
		reason: 'wrong-state'
	});
});

test('the other home, a stranger and the office do not know of it', async () => {
	await id();
	expect(await summaries.ofPupil(as(samira), noor.id)).toMatchObject({ value: [{ callName: 'Noor' }] });
	expect(await summaries.ofPupil(as(youssef), noor.id)).toEqual({ ok: true, value: [] });
	expect(await summaries.ofPupil(as(stranger), noor.id)).toMatchObject({ reason: 'missing' });
	expect(await summaries.ofPupil(as(yvonne), noor.id)).toMatchObject({ reason: 'missing' });
	expect(await summaries.ofPupil(as(mentor, deEik), noor.id)).toMatchObject({ reason: 'missing' });
	expect(await summaries.ofPupil(as(mentor, deEik), milan.id)).toEqual({ ok: true, value: [] });
});

/**
 * Whatever the rules overlook: what the database itself refuses (migrations 0031, 0032, 0033, 0041, 0045). Each was seen red once, with
 * its constraint dropped.
 */
test.each([
	['conversation_kind', `update conversations.conversation set kind = 'examen'`],
	['conversation_follows', `update conversations.conversation set follows_id = '${noor.id}'`],
	['conversation_template', `update conversations.conversation set template_id = '${noor.id}'`],
	['point_carried_left', `update conversations.point set carried_to = conversation_id, left_at = null`],
	['point_carried', `update conversations.point set left_at = '2026-09-22', carried_to = '${noor.id}'`],
	['aim_known', `update conversations.aim set aim = 'sell'`],
	['aim_person', `update conversations.aim set person_id = conversation_id`],
	['companion_part', `update conversations.companion set part = 'lawyer'`],
	['companion_namer', `update conversations.companion set named_by = id`],
	['attachment_kind', `update conversations.attachment set kind = 'film'`],
	['attachment_audience', `update conversations.attachment set audience = 'everybody'`],
	['attachment_file', `update conversations.attachment set file_id = id`],
	['attachment_preparation', `update conversations.attachment set helper_id = id`],
	['preparation_confirmer', `update conversations.preparation set confirmed_by = conversation_id`],
	['note_writer', `update conversations.note set person_id = id`],
	['note_pupil', `update conversations.note set pupil_id = person_id`],
	['file_type', `update platform.file set type = 'text/html'`],
	['file_size', `update platform.file set size = 0`],
	['file_content_file', `delete from platform.file where owner = 'conversations.attachment'`],
	['template_minutes', `update conversations.template set minutes = 4`],
	['template_current', `update conversations.template set current = true`],
	['staff_introduction_file', `update people.staff set introduction_file = id`]
])('the database refuses what breaks %s', async (constraint, statement) => {
	const talk = await id();
	value(await notes.keep(as(samira), noor.id, 'Gymschoenen'));
	const point = { section: 'point', audience: 'circle', text: 'x', minutes: null, forChild: false } as const;
	value(await agendas.order(as(anke), talk, value(await entries.say(as(anke), talk, point)), null));
	value(await aims.chooseAim(as(anke), talk, 'class'));
	value(await companions.bring(as(samira), talk, { name: 'Fatma', part: 'friend' }));
	value(await attach(as(samira), talk, 'own', 'subject', { kind: 'photo', bytes: dot, caption: '' }));
	for (const minutes of [15, 20]) value(await adapt(as(joris), 'progress', { ...houseTemplate('progress'), minutes }));
	await expect(asOwner(statement)).rejects.toMatchObject({ constraint });
});
