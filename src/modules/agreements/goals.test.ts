import { beforeEach, expect, test } from 'vitest';
import type { AgreementId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, deLinde, noor, samira, samirasHome, stranger, therapist, youssef } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { lookBackOn } from './evaluations.server.ts';
import { note } from './follow-ups.server.ts';
import { goals } from './goals.server.ts';
import { accept, propose } from './handshakes.server.ts';

useDatabase();

const then = (who: typeof anke) => as(who, deLinde, new Date('2026-12-03T08:00:00Z'));
const goal = '0192f000-0000-7000-8000-000000000077';
const words = { rhythm: 'elke week', by: null, how: '', helpers: '' };
const about = { pupil: noor.id, kind: 'do', audience: 'circle', evaluateOn: '2026-12-03' as Day } as const;

let ofSchool: AgreementId;
let ofHome: AgreementId;
beforeEach(async () => {
	const school = { ...words, what: 'leest voor', why: 'Noor vlot leest' };
	ofSchool = value(await propose(as(anke), { ...about, owner: { person: anke.id }, wording: school, goal })).id;
	const home = { ...words, what: 'luisteren naar een boek', why: 'Lezen wordt makkelijk' };
	ofHome = value(await propose(as(anke), { ...about, owner: { household: samirasHome }, wording: home, goal })).id;
	value(await accept(as(samira), ofHome, { seen: 1 }));
});

const said = (id: AgreementId, closer: 'yes' | 'not-yet' = 'yes') =>
	({ id, did: 'Gedaan', missed: '', closer, wants: 'continue' }) as const;
const page = async (who: typeof anke) => value(await goals(then(who), noor.id)).goals;

test('what was made for one goal of a talk stands together, school’s part first, with what was told', async () => {
	value(await note(as(samira), ofHome, { result: 'done', words: '' }));
	value(await note(as(samira), ofHome, { result: 'not', words: '' }));
	const [one, ...more] = await page(youssef);
	expect(more).toEqual([]);
	expect(one!.why).toBe('Noor vlot leest');
	expect(one!.agreements.map(({ card, tally }) => [card.id, tally.done, tally.not])).toEqual([
		[ofSchool, 0, 0],
		[ofHome, 1, 1]
	]);
	for (const who of [stranger, therapist]) expect(await goals(then(who), noor.id)).toMatchObject({ reason: 'missing' });
});

test('each party says once whether it came closer, and each stands beside the other', async () => {
	value(await lookBackOn(then(anke), [said(ofSchool), said(ofHome)]));
	value(await lookBackOn(then(samira), [said(ofSchool, 'not-yet'), said(ofHome, 'not-yet')]));
	const [one] = await page(anke);
	expect(one!.closer.map(({ voice, closer }) => [voice, closer])).toEqual([
		['school', 'yes'],
		['home', 'not-yet']
	]);
	expect(one!.agreements[1]!.notYet.continue).toBeNull();
});

// Red when the look backs of one goal are not one transaction (`lookBackOn`, evaluations.server.ts).
test('all of a goal is kept, or nothing of it', async () => {
	const before = await facts();
	expect(await lookBackOn(then(samira), [said(ofSchool), said(ofHome)])).toMatchObject({ reason: 'school-first' });
	value(await lookBackOn(then(anke), [said(ofHome)]));
	const mixed = [said(ofHome), said(ofSchool)];
	expect(await lookBackOn(then(samira), mixed)).toMatchObject({ reason: 'school-first' });
	const [one] = await page(samira);
	expect(one!.closer.map(({ voice }) => voice)).toEqual(['school']);
	expect((await facts()).length).toBe(before.length + 1);
});
