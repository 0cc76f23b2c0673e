import { expect, test } from 'vitest';
import * as plans from '#modules/conversations/plans.server.ts';
import { participantsIn } from '#modules/cycle/participants.server.ts';
import { settle } from '#modules/cycle/participants.server.ts';
import { plan } from '#modules/cycle/rounds.server.ts';
import { read } from '#platform/db.server.ts';
import { no, ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { startRound, value } from '#seeds/start-round.ts';
import { useDatabase } from '#tests/database.ts';
import { accept, propose } from './arrangements.server.ts';
import * as draws from './draws.server.ts';
import { listWithout } from './without.server.ts';

useDatabase();

const { adam, anke, as, carla, deEik, deEiksOffice, fleur, huda, noor, samira, wim, yvonne } = cast;
const office = as(yvonne);

const arranged = async (child: typeof adam, parent: typeof huda, form: 'report-card' | 'phone') => {
	const terms = {
		...({ ways: [{ form, rhythm: form === 'phone' ? 'weeks-6' : 'report' }], initiative: 'school' } as const),
		...{ people: [parent.id], until: '2027-07-01' as Day, wish: '' }
	};
	const { id } = value(await propose(as(anke), child.id, { terms, own: false }));
	value(await accept(as(parent), child.id, id, { seen: 1 }));
};
const reportRound = {
	...startRound,
	kind: 'report-card',
	firstDay: '2026-11-16' as Day,
	lastDay: '2026-11-20' as Day
} as const;
const taking = async (round: Awaited<ReturnType<typeof plan>>) => {
	const found = await read(office, (db) => participantsIn(db, office, value(round)));
	return found.map(({ callName, part }) => [callName, part.because]);
};

test('into a later round come who arranged it and who asked; who arranged another form is not missing', async () => {
	await arranged(adam, huda, 'report-card');
	await arranged(fleur, wim, 'phone');
	value(await plans.request(as(samira), { kind: 'concern', pupil: noor.id, text: 'Het slapen' }));
	const round = await plan(office, reportRound);
	expect(await taking(round)).toEqual([
		['Adam', 'arrangement'],
		['Noor', 'asked']
	]);
	const counts = { arrangement: 1, asked: 1, school: 0, may: true };
	expect(await draws.drawnOf(office, value(round).id)).toEqual(counts);
});

test('who arranges it later is drawn in, and what school settled stays', async () => {
	const round = await plan(office, reportRound);
	expect(await taking(round)).toEqual([]);
	const longer = { because: 'school', priority: 'must', minutes: 20, first: true, third: null } as const;
	value(await settle(office, value(round).id, [{ pupil: adam.id, ...longer }]));
	await arranged(adam, huda, 'report-card');
	await arranged(fleur, wim, 'report-card');
	expect(await draws.draw(office, value(round).id)).toEqual(ok(1));
	expect(await taking(round)).toEqual([
		['Adam', 'school'],
		['Fleur', 'arrangement']
	]);
});

test('a start round is for everybody, and only the office draws', async () => {
	const start = value(await plan(office, startRound)).id;
	expect(await draws.draw(office, start)).toEqual(no('wrong-state'));
	const round = value(await plan(office, reportRound)).id;
	for (const who of [as(anke), as(samira), as(deEiksOffice, deEik)])
		expect(await draws.draw(who, round)).toEqual(no('missing'));
	expect(await draws.drawnOf(as(anke), round)).toBeUndefined();
});

test('a teacher sees which of their children have none, the office only how many', async () => {
	await arranged(adam, huda, 'phone');
	const own = value(await listWithout(as(anke)));
	expect(own.counts).toEqual([]);
	expect(own.groups).toMatchObject([
		{ name: 'Groep 5', all: 3, without: [{ callName: 'Noor' }, { callName: 'Fleur' }] }
	]);
	const counts = value(await listWithout(office));
	expect(counts.groups).toEqual([]);
	expect(counts.counts).toContainEqual({ name: 'Groep 5', have: 1, all: 3 });
	expect(await listWithout(as(samira))).toEqual(no('missing'));
	expect(value(await listWithout(as(carla))).counts).toEqual([]);
});
