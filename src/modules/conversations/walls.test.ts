import { beforeEach, describe, expect, test } from 'vitest';
import type { ConversationId } from '#platform/ids.ts';
import { value } from '#seeds/start-round.ts';
import { anke, as, noor, samira } from '#seeds/cast.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import * as closings from './closings.server.ts';
import * as emphases from './emphases.server.ts';
import * as entries from './entries.server.ts';
import { plan } from './plans.server.ts';
import * as sheets from './sheets.server.ts';
import * as sittings from './sittings.server.ts';
import * as tips from './tips.server.ts';

useDatabase();

let talk: ConversationId;
beforeEach(async () => {
	talk = value(
		await plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id], pupilInvited: false, minutes: 30 },
			...{ startsAt: new Date('2026-09-28T13:00:00Z'), place: { kind: 'school' } }
		})
	);
	const words = { audience: 'adults', text: 'x', minutes: null, forChild: false } as const;
	value(await entries.say(as(anke), talk, { ...words, section: 'factor-child', bearing: 'helps' }));
	const tip = value(await tips.give(as(samira), talk, { topic: 'seating', audience: 'adults', text: 'x' }));
	value(await tips.answer(as(anke), talk, { tip, answer: 'not', reason: 'Daar ziet ze het bord slecht' }));
	value(await sheets.write(as(anke), talk, 'reflection', { texts: { judging: 'x' }, version: 0 }));
	value(await emphases.place(as(samira), talk, 'home', { warmth: 50, structure: 30, space: 20 }));
	await sittings.start(as(anke), talk);
	await sittings.hold(as(anke), talk);
	value(await closings.reflect(as(samira), talk, { heard: 'yes', knows: 'no', words: '' }));
});

const nowhere = '00000000-0000-4000-8000-00000000dead';

/**
 * What holds when the program is wrong: each line is seen red by taking that constraint out of its migration (0034 to 0036
 * and 0046).
 */
const walls: [string, string][] = [
	['conversation_part', `update conversations.conversation set part = 'secret'`],
	['entry_bearing', `update conversations.entry set bearing = 'blames'`],
	['entry_beside', `update conversations.entry set beside_id = '${nowhere}'`],
	['entry_goal', `update conversations.entry set goal_id = '${nowhere}'`],
	['tip_audience', `update conversations.tip set audience = 'me'`],
	['tip_person', `update conversations.tip set person_id = '${nowhere}'`],
	['tip_conversation', `update conversations.tip set conversation_id = '${nowhere}'`],
	['tip_answer_answer', `update conversations.tip_answer set answer = 'maybe'`],
	['tip_answer_why', `update conversations.tip_answer set reason = ''`],
	['tip_answer_tip', `update conversations.tip_answer set tip_id = '${nowhere}'`],
	['tip_answer_pk', `insert into conversations.tip_answer select * from conversations.tip_answer`],
	['closing_heard', `update conversations.closing set heard = '10'`],
	['closing_knows', `update conversations.closing set knows = '10'`],
	['closing_pk', `insert into conversations.closing select * from conversations.closing`],
	['sheet_kept', `update conversations.sheet set audience = 'adults' where kind = 'reflection'`],
	['sheet_audience', `update conversations.sheet set audience = 'class'`],
	['sheet_about', `update conversations.sheet set about_id = '${nowhere}'`],
	['sheet_one', `update conversations.sheet set kind = 'train', person_id = '${anke.id}'`],
	['emphasis_whole', `update conversations.emphasis set warmth = 60`],
	['emphasis_spot', `update conversations.emphasis set spot = 'neighbours'`]
];

describe('the database itself refuses', () => {
	test.each(walls)('%s', async (constraint, wrong) => {
		await expect(asOwner(wrong)).rejects.toMatchObject({ constraint });
	});
});
