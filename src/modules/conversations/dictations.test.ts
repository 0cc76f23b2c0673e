import { beforeEach, expect, test } from 'vitest';
import type { ConversationId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import * as dictations from './dictations.server.ts';
import { plan } from './plans.server.ts';
import { confirmsAloud } from './preparation.access.ts';
import * as preparations from './preparations.server.ts';
import * as sittings from './sittings.server.ts';
import * as table from './table.server.ts';

useDatabase();

const { anke, as, carla, huda, noor, samira, stranger, youssef } = cast;
const onPhone = { guardian: samira.id };
let talk: ConversationId;

beforeEach(async () => {
	talk = value(
		await plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id, youssef.id], pupilInvited: false, minutes: 30 },
			...{ startsAt: new Date('2026-09-28T13:00:00Z'), place: { kind: 'school' } }
		})
	);
});
const type = (text: string, question = 'well', version = 0) =>
	preparations.save(as(anke), talk, onPhone, { question, text, version });
const heard = async (who: typeof samira) =>
	value(await table.get(as(who), talk)).entries.map(({ text, person, helper }) => [text, person, helper]);

test('what school types on the phone is on no page until the parent says it is right', async () => {
	value(await type('Leest graag voor'));
	value(await dictations.offer(as(anke), talk, samira.id));
	for (const who of [anke, samira, youssef]) expect(await heard(who)).toEqual([]);
	expect(await preparations.share(as(anke), talk, 'own')).toEqual(no('nothing-to-share'));
	expect(value(await table.get(as(youssef), talk)).prepared).toEqual([]);
});

test('who types sees nothing of what the parent wrote', async () => {
	value(await preparations.save(as(samira), talk, 'own', { question: 'well', text: 'Geheim', version: 0 }));
	const seen = value(await preparations.get(as(anke), talk, onPhone));
	expect(seen.preparation.answers).toEqual([]);
	expect(seen.standpoint).toBe('guardian');
});

test('the parent changes every word, and shares it as their own; what they had written stays', async () => {
	value(await preparations.save(as(samira), talk, 'own', { question: 'well', text: 'Mijn eigen zin', version: 0 }));
	value(await type('Leest graag voor'));
	value(await type('Slaapt slecht', 'hard'));
	expect(value(await dictations.forMe(as(samira), talk))).toMatchObject([{ by: 'juf Anke' }]);
	value(await dictations.confirm(as(samira), talk, anke.id, { well: 'Leest graag', hard: '' }));
	expect(value(await dictations.forMe(as(samira), talk))).toEqual([]);
	const own = value(await preparations.get(as(samira), talk, 'own')).preparation.answers;
	expect(own.map(({ question, text }) => [question, text])).toEqual([
		['well', 'Mijn eigen zin\n\n– – –\n\nLeest graag']
	]);
	value(await preparations.share(as(samira), talk, 'own'));
	expect(await heard(anke)).toEqual([['Mijn eigen zin\n\n– – –\n\nLeest graag', samira.id, samira.id]]);
});

test('nobody confirms for somebody else', async () => {
	value(await type('Leest graag voor'));
	for (const who of [youssef, anke, stranger, huda]) {
		expect(await dictations.confirm(as(who), talk, anke.id, {})).toEqual(no('missing'));
	}
	expect(value(await dictations.forMe(as(youssef), talk))).toEqual([]);
});

test('only staff who comes types, and for a guardian who comes', async () => {
	for (const who of [carla, samira, youssef]) {
		const answer = { question: 'well', text: 'x', version: 0 };
		expect(await preparations.save(as(who), talk, onPhone, answer)).toEqual(no('missing'));
	}
	const forHuda = { guardian: huda.id };
	expect(await preparations.save(as(anke), talk, forHuda, { question: 'well', text: 'x', version: 0 })).toEqual(
		no('missing')
	);
});

/** Guards `confirmsAloud`: who would rather be called or get paper says so aloud, mail or no mail. */
test.each([
	['mail', 'a@example.org', false],
	['', 'a@example.org', false],
	['phone', 'a@example.org', true],
	['paper', 'a@example.org', true],
	['', null, true],
	[undefined, undefined, true]
] as const)('who wishes %s and is reached at %s says aloud that it is right: %s', (wished, email, aloud) => {
	expect(confirmsAloud(wished, email)).toBe(aloud);
});

/** Guards `confirmsAloudIn` in `confirmAtTable`: nobody says it is right in the place of a parent who can do so themself. */
test('a parent with a way of their own confirms by that way, at the table too', async () => {
	value(await type('Leest graag voor'));
	value(await sittings.start(as(anke), talk));
	expect(await dictations.confirmAtTable(as(anke), talk, samira.id)).toEqual(no('own-way'));
	expect(value(await preparations.get(as(anke), talk, onPhone)).aloud).toBe(false);
	expect(await heard(youssef)).toEqual([]);
	value(await dictations.confirm(as(samira), talk, anke.id, {}));
	value(await preparations.share(as(samira), talk, 'own'));
	expect(await heard(youssef)).toEqual([['Leest graag voor', samira.id, samira.id]]);
});

test('of who has none it is noted that they said so aloud: by whom, and when, for all to see', async () => {
	await asOwner(`update people.person set email = null where id = '${samira.id}'`);
	value(await type('Leest graag voor'));
	expect(await dictations.confirmAtTable(as(anke), talk, samira.id)).toEqual(no('not-started'));
	value(await sittings.start(as(anke), talk));
	value(await dictations.confirmAtTable(as(anke), talk, samira.id));
	expect(await heard(youssef)).toEqual([['Leest graag voor', samira.id, anke.id]]);
	expect(value(await table.get(as(youssef), talk)).entries).toMatchObject([{ how: 'aloud' }]);
	expect(value(await preparations.get(as(anke), talk, onPhone)).preparation.confirmedBy).toBe(anke.id);
	expect(await dictations.confirmAtTable(as(anke), talk, samira.id)).toEqual(no('nothing-to-share'));
	expect(value(await dictations.forMe(as(samira), talk))).toEqual([]);
});

test('typed on after it was confirmed, it waits for the parent again', async () => {
	value(await type('Leest graag voor'));
	value(await dictations.confirm(as(samira), talk, anke.id, {}));
	const later = as(anke, cast.deLinde, new Date('2026-09-23T07:15:00Z'));
	const answer = { question: 'well', text: 'Leest graag voor aan Sem', version: 1 };
	value(await preparations.save(later, talk, onPhone, answer));
	expect(value(await dictations.forMe(as(samira), talk))).toHaveLength(1);
	expect(await asOwner('select 1 from conversations.entry')).toEqual([]);
});
