import { expect, test } from 'vitest';
import { no, ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { useDatabase } from '#tests/database.ts';
import * as guides from './guides.server.ts';

useDatabase();

const { anke, as, bram, carla, huda, joris, mentor, milan, milansMother, noor, samira, therapist, yvonne } = cast;
const sentence = { forWhat: '', how: '', shown: true };

const namesFor = async (who: typeof samira, pupil = noor.id, school = cast.deLinde) =>
	value(await guides.get(as(who, school), pupil)).guides.map(({ name, source }) => `${name}: ${source}`);

test('the card names who teaches the child, who helps with worries, and the office', async () => {
	expect(await namesFor(samira)).toEqual(['juf Anke: teacher', 'Carla: support', 'Yvonne: office']);
	expect(await namesFor(noor)).toEqual(await namesFor(samira));
	expect(await namesFor(milansMother, milan.id, cast.deEik)).toEqual(['meneer Hoekstra: teacher', 'Nadia: office']);
});

test('who is not in the circle finds no card; who is, sees the same', async () => {
	for (const who of [bram, joris, yvonne, huda, therapist]) {
		expect(await guides.get(as(who), noor.id)).toEqual(no('missing'));
		expect(await guides.adapt(as(who), noor.id, anke.id, sentence)).toEqual(no('missing'));
	}
	expect(await guides.adapt(as(samira), noor.id, anke.id, sentence)).toEqual(no('refused'));
	expect(await guides.get(as(mentor, cast.deEik), noor.id)).toEqual(no('missing'));
});

test('school says it for everybody, and differently for one child', async () => {
	value(
		await guides.adaptSchool(as(yvonne), 'office', { forWhat: 'ziek melden', how: 'Bel voor negen uur', shown: true })
	);
	value(await guides.adapt(as(anke), noor.id, yvonne.id, { forWhat: 'alles over de bus', how: '', shown: true }));
	const office = async (pupil: typeof noor.id, who: typeof samira) =>
		value(await guides.get(as(who), pupil)).guides.find(({ source }) => source === 'office');
	expect(await office(noor.id, samira)).toMatchObject({ forWhat: 'alles over de bus', how: 'Bel voor negen uur' });
	expect(await office(cast.adam.id, huda)).toMatchObject({ forWhat: 'ziek melden' });
});

test('who is left out is gone for the family, and staff can put them back', async () => {
	value(await guides.adapt(as(anke), noor.id, carla.id, { ...sentence, shown: false }));
	expect(await namesFor(samira)).toEqual(['juf Anke: teacher', 'Yvonne: office']);
	expect(value(await guides.get(as(samira), noor.id)).hidden).toEqual([]);
	expect(value(await guides.get(as(anke), noor.id)).hidden.map(({ name }) => name)).toEqual(['Carla']);
	expect(await guides.adapt(as(anke), noor.id, bram.id, sentence)).toEqual(no('missing'));
});

test('only office and leadership speak for the school', async () => {
	expect(await guides.adaptSchool(as(joris), 'teacher', sentence)).toEqual(ok(undefined));
	for (const who of [anke, samira, noor]) {
		expect(await guides.ofSchool(as(who))).toEqual(no('missing'));
		expect(await guides.adaptSchool(as(who), 'teacher', sentence)).toEqual(no('missing'));
	}
});

test('a parent at a secondary school sees the card first; at a primary school it is one of the pages', async () => {
	const [card] = await guides.ofSecondary(as(milansMother, cast.deEik));
	expect(card).toMatchObject({ callName: 'Milan', guides: [{ name: 'meneer Hoekstra' }, { name: 'Nadia' }] });
	expect(await guides.ofSecondary(as(samira))).toEqual([]);
	expect(await guides.ofSecondary(as(mentor, cast.deEik))).toEqual([]);
});
