import { expect, test } from 'vitest';
import * as cast from '#seeds/cast.ts';
import { anke, as, bram, carla, noor, samira, youssef } from '#seeds/cast.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as agendas from './agendas.server.ts';
import * as aims from './aims.server.ts';
import { inOrder } from './agenda.ts';
import * as companions from './companions.server.ts';
import * as entries from './entries.server.ts';
import type { EntryId } from './entry.ts';
import * as plans from './plans.server.ts';
import * as sittings from './sittings.server.ts';
import * as table from './table.server.ts';

useDatabase();

const moment = { startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } } as const;
const later = { ...moment, startsAt: new Date('2026-09-30T13:45:00Z') };
const planned = async (people: PersonId[] = [samira.id], when: typeof moment | typeof later = moment) => {
	const made = await plans.plan(as(anke), {
		...{ ...when, kind: 'progress', pupil: noor.id, people },
		pupilInvited: people.includes(noor.id)
	});
	if (!made.ok) throw new Error(made.reason);
	return made.value;
};
const point = async (
	who: typeof anke,
	talk: ConversationId,
	text: string,
	audience: 'adults' | 'circle' = 'adults'
) => {
	const said = await entries.say(as(who), talk, { section: 'point', text, audience, minutes: 5, forChild: false });
	if (!said.ok) throw new Error(said.reason);
	return said.value;
};
const pageOf = async (who: typeof anke, talk: ConversationId) => {
	const seen = await table.get(as(who), talk);
	if (!seen.ok) throw new Error(seen.reason);
	return seen.value;
};
const agendaOf = async (who: typeof anke, talk: ConversationId) => {
	const { entries: said, places } = await pageOf(who, talk);
	return inOrder(said, places).map(({ text }) => text);
};

test('both sides order the agenda, also each other’s points; nobody else does', async () => {
	const talk = await planned();
	const [read, friends] = [await point(anke, talk, 'lezen'), await point(samira, talk, 'vriendinnen')];
	expect(await agendas.order(as(samira), talk, friends, read)).toMatchObject({ ok: true });
	expect(await agendaOf(anke, talk)).toEqual(['vriendinnen', 'lezen']);
	expect(await agendas.order(as(anke), talk, friends, null)).toMatchObject({ ok: true });
	expect(await agendaOf(samira, talk)).toEqual(['lezen', 'vriendinnen']);

	expect(await agendas.order(as(carla), talk, read, null)).toMatchObject({ reason: 'refused' });
	for (const who of [youssef, bram, cast.stranger]) {
		expect(await agendas.order(as(who), talk, read, null)).toMatchObject({ reason: 'missing' });
	}
	expect(await agendas.order(as(anke), talk, 'nothing' as EntryId, null)).toMatchObject({ reason: 'missing' });
});

test('a child orders what it hears, and finds nothing else', async () => {
	const talk = await planned([samira.id, noor.id]);
	const [worry, project] = [await point(anke, talk, 'zorg'), await point(anke, talk, 'project', 'circle')];
	expect(await agendas.order(as(noor), talk, worry, null)).toMatchObject({ reason: 'missing' });
	expect(await agendas.order(as(noor), talk, project, null)).toMatchObject({ ok: true });
});

test('what nobody got to goes along to a next talk with the same family, in its own voice', async () => {
	const talk = await planned();
	const friends = await point(samira, talk, 'vriendinnen');
	expect(await agendas.leave(as(anke), talk, friends)).toMatchObject({ reason: 'wrong-state' });
	await sittings.start(as(anke), talk);
	expect(await agendas.leave(as(anke), talk, friends)).toMatchObject({ ok: true });

	const both = await planned([samira.id, youssef.id], later);
	expect(await agendaOf(samira, both)).toEqual([]);
	const next = await planned([samira.id], { ...later, startsAt: new Date('2026-10-02T13:45:00Z') });
	const [carried] = (await pageOf(anke, next)).entries;
	expect(carried).toMatchObject({ text: 'vriendinnen', person: samira.id, audience: 'adults', minutes: 5 });
	expect((await pageOf(anke, talk)).places).toEqual([expect.objectContaining({ entry: friends, carriedTo: next })]);
	expect(
		await agendaOf(anke, await planned([samira.id], { ...later, startsAt: new Date('2026-10-09T13:45:00Z') }))
	).toEqual([]);
});

test('it goes along at once when the next talk stands already', async () => {
	const talk = await planned();
	const next = await planned([samira.id], later);
	const read = await point(anke, talk, 'lezen');
	await sittings.start(as(anke), talk);
	await agendas.leave(as(samira), talk, read);
	expect(await agendaOf(samira, next)).toEqual(['lezen']);
});

test('either side adds an aim and takes one away; who only looks on does not', async () => {
	const talk = await planned();
	const aimsFor = async (who: typeof anke) => (await pageOf(who, talk)).aims;
	expect((await aimsFor(samira)).map(({ aim }) => aim)).toEqual(['inform', 'look-back', 'ahead']);
	expect(await aims.chooseAim(as(samira), talk, 'needs')).toMatchObject({ ok: true });
	expect(await aims.dropAim(as(anke), talk, 'look-back')).toMatchObject({ ok: true });
	expect(await aimsFor(anke)).toEqual([
		{ aim: 'inform', addedBy: null },
		{ aim: 'needs', addedBy: samira.id },
		{ aim: 'ahead', addedBy: null }
	]);
	expect(await aims.chooseAim(as(carla), talk, 'class')).toMatchObject({ reason: 'refused' });
	expect(await aims.chooseAim(as(youssef), talk, 'class')).toMatchObject({ reason: 'missing' });
});

test('parents say whom they bring, and all who come read it beforehand', async () => {
	const talk = await planned();
	const fatma = { name: 'Fatma', part: 'interpreter' } as const;
	expect(await companions.bring(as(anke), talk, fatma)).toMatchObject({ reason: 'refused' });
	expect(await companions.bring(as(youssef), talk, fatma)).toMatchObject({ reason: 'missing' });
	const brought = await companions.bring(as(samira), talk, fatma);
	if (!brought.ok) throw new Error(brought.reason);
	expect((await pageOf(anke, talk)).companions).toEqual([expect.objectContaining({ ...fatma, namedBy: samira.id })]);

	expect(await companions.leaveHome(as(anke), talk, brought.value)).toMatchObject({ reason: 'refused' });
	expect(await companions.leaveHome(as(samira), talk, brought.value)).toMatchObject({ ok: true });
	for (const name of ['A', 'B', 'C', 'D']) await companions.bring(as(samira), talk, { name, part: 'other' });
	expect(await companions.bring(as(samira), talk, fatma)).toMatchObject({ reason: 'enough' });
	await sittings.start(as(samira), talk);
	expect(await companions.bring(as(samira), talk, fatma)).toMatchObject({ reason: 'wrong-state' });
	expect(await facts()).toEqual([
		...['conversation.planned', 'companion.brought', 'companion.left-home'],
		...Array.from({ length: 4 }, () => 'companion.brought'),
		'conversation.started'
	]);
});
