import { expect, test } from 'vitest';
import { value } from '#seeds/start-round.ts';
import { anke, as, noor, samira, samirasHome, yvonne } from '#seeds/cast.ts';
import { sound } from '#tests/access/record-rows.ts';
import { asOwner, refusedBy, useDatabase } from '#tests/database.ts';
import { handOver } from './handovers.server.ts';
import { plan } from './plans.server.ts';
import { changeTerms } from './record-terms.server.ts';
import * as records from './records.server.ts';
import { acknowledge } from './responses.server.ts';
import { retell } from './retellings.server.ts';
import * as sittings from './sittings.server.ts';
import * as understandings from './understandings.server.ts';

useDatabase();

async function recorded() {
	const talk = value(
		await plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id], pupilInvited: false, minutes: 30 },
			...{ startsAt: new Date('2026-09-24T13:00:00Z'), place: { kind: 'school' } }
		})
	);
	value(await sittings.start(as(anke), talk));
	value(await sittings.hold(as(anke), talk));
	value(await records.write(as(anke), talk, { forAdults: 'x', forCircle: 'x', version: 0 }));
	value(await understandings.sayBack(as(anke), talk, { household: samirasHome, text: 'x', version: 0 }));
	value(await records.record(as(anke), talk));
	value(await acknowledge(as(samira), talk));
	value(await understandings.correct(as(samira), talk, 1, 'y'));
	value(await understandings.tell(as(samira), talk, { text: 'x', version: 0 }));
	value(await retell(as(samira), talk, sound));
	value(await understandings.askExplanation(as(samira), talk, { unclear: 'x' }));
	value(await handOver(as(anke), talk, samira.id));
	value(await changeTerms(as(yvonne), { shareDays: 5, respondDays: 10 }));
}

const nowhere = `'00000000-0000-4000-8000-00000000dead'`;
const twice = (table: string) => `insert into conversations.${table} select * from conversations.${table}`;
const saidBack = (where: string) =>
	`insert into conversations.said_back select school_id, ${where}, turn, text, version, said_by, said_at, shared_at
	   from conversations.said_back`;

/** What holds when the program is wrong: each line is seen red by taking that constraint out of its migration (0037, 0048). */
const walls: [string, string][] = [
	['edition_pk', twice('edition')],
	[
		'edition_conversation',
		`insert into conversations.edition select school_id, ${nowhere}, number, for_adults, for_circle, shared_by, shared_at
		   from conversations.edition`
	],
	['edition_sharer', `update conversations.edition set shared_by = ${nowhere}`],
	['response_edition', `update conversations.response set edition = 9`],
	['response_pk', twice('response')],
	['record_term_share', `update conversations.record_term set share_days = 0`],
	['record_term_share', `update conversations.record_term set share_days = 61`],
	['record_term_respond', `update conversations.record_term set respond_days = 0`],
	['record_term_pk', twice('record_term')],
	['record_term_changer', `update conversations.record_term set changed_by = ${nowhere}`],
	['said_back_pk', twice('said_back')],
	['said_back_conversation', saidBack(`${nowhere}, household_id`)],
	['said_back_home', saidBack(`conversation_id, ${nowhere}`)],
	['said_back_sayer', `update conversations.said_back set said_by = ${nowhere}`],
	['hearing_pk', twice('hearing')],
	['hearing_said_back', `update conversations.hearing set turn = 9`],
	['hearing_person', `update conversations.hearing set person_id = ${nowhere}`],
	['hearing_said', `update conversations.hearing set correction = null`],
	['own_words_pk', twice('own_words')],
	['own_words_conversation', `update conversations.own_words set conversation_id = ${nowhere}`],
	['own_words_person', `update conversations.own_words set person_id = ${nowhere}`],
	['explanation_way', `update conversations.explanation set way = 'letter', explained_at = asked_at`],
	['explanation_done', `update conversations.explanation set way = 'call'`],
	['explanation_pk', twice('explanation')],
	['explanation_conversation', `update conversations.explanation set conversation_id = ${nowhere}`],
	['explanation_home', `update conversations.explanation set household_id = ${nowhere}`],
	['explanation_asker', `update conversations.explanation set asked_by = ${nowhere}`],
	['explanation_explainer', `update conversations.explanation set explained_by = ${nowhere}`],
	['handover_pk', twice('handover')],
	['handover_edition', `update conversations.handover set edition = 9`],
	['handover_person', `update conversations.handover set person_id = ${nowhere}`],
	['handover_giver', `update conversations.handover set given_by = ${nowhere}`],
	[
		'retelling_one_each',
		`insert into conversations.retelling select school_id, ${nowhere}, conversation_id, person_id, file_id, told_at
		   from conversations.retelling`
	],
	[
		'retelling_pk',
		`insert into conversations.retelling select school_id, id, conversation_id, '${anke.id}', file_id, told_at
		   from conversations.retelling`
	],
	['retelling_conversation', `update conversations.retelling set conversation_id = ${nowhere}`],
	['retelling_person', `update conversations.retelling set person_id = ${nowhere}`],
	['retelling_file', `update conversations.retelling set file_id = ${nowhere}`]
];

test('the database itself refuses what cannot stand around a record', async () => {
	await recorded();
	expect(await refusedBy(walls)).toEqual(walls.map(([name]) => name));
});

// Guards the revokes in 0037: an edition that was shared, and that it was given on paper, is only added to.
test.each(['edition', 'handover'])('the application changes and removes nothing of conversations.%s', async (table) => {
	const may = ['select', 'insert', 'update', 'delete'].map(
		(right) => `has_table_privilege('eenlijn_app', 'conversations.${table}', '${right}') as "${right}"`
	);
	expect(await asOwner(`select ${may.join(', ')}`)).toEqual([
		{ select: true, insert: true, update: false, delete: false }
	]);
});
