import { expect, test } from 'vitest';
import { no, ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import * as whatWorks from './what-works.server.ts';

useDatabase();

const { anke, as, bram, carla, huda, mentor, noor, samira, sem, stranger, therapist, youssef, yvonne } = cast;
const songs = { kind: 'works', voice: 'home', words: 'Een liedje bij het opruimen' } as const;

const seenBy = async (who: typeof samira) =>
	value(await whatWorks.get(as(who), noor.id)).entries.map(({ by, voice, words }) => `${by} (${voice}): ${words}`);

test('home, school and child each write in their own voice, and all of the circle read the same page', async () => {
	value(await whatWorks.say(as(samira), noor.id, songs));
	value(await whatWorks.say(as(anke), noor.id, { kind: 'not', voice: 'school', words: 'Lang stilzitten' }));
	value(await whatWorks.say(as(noor), noor.id, { kind: 'perhaps', voice: 'child', words: 'Een koptelefoon' }));
	value(await whatWorks.say(as(youssef), noor.id, { kind: 'works', voice: 'child', words: 'Ik wil eerst kijken' }));
	const page = [
		'Samira El Idrissi (home): Een liedje bij het opruimen',
		'juf Anke (school): Lang stilzitten',
		'Noor (child): Een koptelefoon',
		'Youssef Benali (child): Ik wil eerst kijken'
	];
	for (const who of [samira, youssef, anke, carla, noor]) expect(await seenBy(who)).toEqual(page);
});

test('nobody speaks in another’s voice, but an adult writes down what the child says', async () => {
	expect(await whatWorks.say(as(samira), noor.id, { ...songs, voice: 'school' })).toEqual(no('missing'));
	expect(await whatWorks.say(as(anke), noor.id, { ...songs, voice: 'home' })).toEqual(no('missing'));
	expect(await whatWorks.say(as(noor), noor.id, { ...songs, voice: 'school' })).toEqual(no('missing'));
	expect(value(await whatWorks.get(as(therapist), sem.id)).voices).toEqual(['other', 'child']);
});

test('only its writer changes an entry, and never over a change they did not see', async () => {
	const id = value(await whatWorks.say(as(samira), noor.id, songs));
	for (const who of [youssef, anke, noor]) {
		expect(await whatWorks.reword(as(who), noor.id, id, 'x', 1)).toEqual(no('not-yours'));
		expect(await whatWorks.remove(as(who), noor.id, id)).toEqual(no('not-yours'));
	}
	expect(await whatWorks.reword(as(samira), noor.id, id, 'Een liedje', 1)).toEqual(ok(undefined));
	expect(await whatWorks.reword(as(samira), noor.id, id, 'Van een ander toestel', 1)).toEqual(no('changed'));
	expect(await seenBy(anke)).toEqual(['Samira El Idrissi (home): Een liedje']);
	value(await whatWorks.remove(as(samira), noor.id, id));
	expect(await seenBy(anke)).toEqual([]);
	expect(await asOwner('select words from people.works_entry')).toEqual([{ words: '' }]);
});

test('outside the circle there is no such page', async () => {
	const id = value(await whatWorks.say(as(samira), noor.id, songs));
	for (const who of [bram, yvonne, huda, stranger, therapist]) {
		expect(await whatWorks.get(as(who), noor.id)).toEqual(no('missing'));
		expect(await whatWorks.say(as(who), noor.id, { ...songs, voice: 'child' })).toEqual(no('missing'));
		expect(await whatWorks.reword(as(who), noor.id, id, 'x', 1)).toEqual(no('missing'));
		expect(await whatWorks.takeAlong(as(who), noor.id)).toEqual(no('missing'));
	}
	expect(await whatWorks.get(as(mentor, cast.deEik), noor.id)).toEqual(no('missing'));
});

test('an entry of one child is not found by way of another', async () => {
	const id = value(await whatWorks.say(as(samira), noor.id, songs));
	expect(await whatWorks.reword(as(samira), sem.id, id, 'x', 1)).toEqual(no('missing'));
});

test('it stays with the child when the year turns, and the family takes it along', async () => {
	value(await whatWorks.say(as(anke), noor.id, { kind: 'works', voice: 'school', words: 'Samen beginnen' }));
	await asOwner(`update people.teaching set ends_on = '2026-09-01' where staff_id = '${anke.id}'`);
	expect(await whatWorks.get(as(anke), noor.id)).toEqual(no('missing'));
	expect(await seenBy(samira)).toEqual(['juf Anke (school): Samen beginnen']);
	expect(value(await whatWorks.takeAlong(as(noor), noor.id))).toMatchObject({
		callName: 'Noor',
		whatWorks: [{ kind: 'works', voice: 'school', words: 'Samen beginnen', by: 'juf Anke' }]
	});
	expect(await whatWorks.takeAlong(as(carla), noor.id)).toEqual(no('missing'));
});
