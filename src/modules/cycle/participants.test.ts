import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { as, anke, huda, noor, samira, sem, yvonne } from '#seeds/cast.ts';
import { startRound, value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as choices from './choices.server.ts';
import type { Participant } from './participant.ts';
import * as participants from './participants.server.ts';
import * as rounds from './rounds.server.ts';

useDatabase();

const office = as(yvonne);
const talkOf = (pupil: PersonId, given: Partial<Participant> = {}): Participant => ({
	...{ pupil, because: 'arrangement', priority: 'normal', minutes: null, first: false, third: null },
	...given
});
const reportRound = async (given: Partial<Parameters<typeof rounds.plan>[1]> = {}) =>
	value(await rounds.plan(office, { ...startRound, kind: 'report-card', ...given })).id;
const childrenFor = async (who: Parameters<typeof as>[0], round: Awaited<ReturnType<typeof reportRound>>) => {
	const found = await choices.forFamily(as(who), round, 'school');
	return found.ok ? found.value.children.map(({ pupil }) => pupil.id) : found.reason;
};

test('a round of report cards invites nobody but the children who are drawn', async () => {
	const round = await reportRound();
	value(await participants.settle(office, round, [talkOf(noor.id)]));
	value(await rounds.open(office, round));
	expect(await childrenFor(samira, round)).toEqual([noor.id]);
	expect(await childrenFor(huda, round)).toBe('missing');
});

test('while some are invited first, the others do not know of it', async () => {
	const round = await reportRound({ kind: 'start', firstUntil: startRound.lastDay });
	value(await participants.settle(office, round, [talkOf(sem.id, { because: 'everybody', first: true })]));
	value(await rounds.open(office, round));
	expect(await childrenFor(samira, round)).toEqual([sem.id]);
	expect(await childrenFor(huda, round)).toBe('missing');
});

test('a child from another group, or a teacher who settles it, changes nothing', async () => {
	const round = await reportRound();
	const before = await facts();
	const nobody = '00000000-0000-4000-8000-000000000000' as PersonId;
	expect(await participants.settle(office, round, [talkOf(noor.id), talkOf(nobody)])).toMatchObject({
		reason: 'missing'
	});
	expect(await participants.settle(as(anke), round, [talkOf(noor.id)])).toMatchObject({ reason: 'missing' });
	expect(await facts()).toEqual(before);
	value(await rounds.open(office, round));
	expect(await childrenFor(samira, round)).toBe('missing');
});
