import { expect, test } from 'vitest';
import { forgetPupilIn } from '#modules/cycle/forgetting.server.ts';
import { plain } from '#modules/cycle/round.ts';
import * as store from '#modules/cycle/round.store.server.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import { tell } from '#modules/cycle/telling.server.ts';
import { change, read } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, bram, huda, noor, samira, samirasHome, sem, youssef, youssefsHome, yvonne } from '#seeds/cast.ts';
import { startRound, value } from '#seeds/start-round.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import { answer, answerFor, paceIn, wishesIn, type NewWish } from './wishes.server.ts';
import { spanOf, type ChildWish } from './wish.ts';

useDatabase();

const office = as(yvonne);
const tuesday = '2026-09-29' as Day;

async function wishRound(given: object = {}) {
	const id = newId<RoundId>();
	const round = { ...plain, ...startRound, id, state: 'draft' as const, mode: 'wishes' as const, ...given };
	await change(office, async (db) => ok(await store.add(db, office, round)));
	value(await rounds.open(office, id));
	return id;
}
const child = (pupil: PersonId, given: Partial<ChildWish> = {}): ChildWish => ({
	...{ pupil, answer: 'talk', note: null, teachers: [] },
	...given
});
const wish = (given: Partial<NewWish> = {}): NewWish => ({
	...{ seen: 0, earliest: null, latest: null, timing: 'late', place: 'school', interpreter: null, visits: 1 },
	times: [{ ...spanOf(tuesday, 'evening'), liking: 2 }],
	together: true,
	children: [child(noor.id), child(sem.id)],
	...given
});
const found = (id: RoundId) => read(office, (db) => wishesIn(db, office, { id }));

test('a mother answers once for her children; what she said stands for her home alone', async () => {
	const round = await wishRound();
	value(await answer(as(samira), round, wish()));
	expect(await found(round)).toMatchObject([
		{
			...{ household: samirasHome, answeredBy: samira.id, bySchool: false, version: 1, timing: 'late' },
			times: [{ ...spanOf(tuesday, 'evening'), liking: 2 }],
			children: [child(noor.id), child(sem.id)]
		}
	]);
	value(await answer(as(youssef), round, wish({ timing: null })));
	expect((await found(round)).map(({ household }) => household)).toEqual([samirasHome, youssefsHome]);
});

test('she changes it as long as no plan stands; from an older page she is told so', async () => {
	const round = await wishRound();
	value(await answer(as(samira), round, wish()));
	expect(await answer(as(samira), round, wish())).toMatchObject({ reason: 'changed' });
	value(await answer(as(samira), round, wish({ seen: 1, times: [], place: 'phone' })));
	expect(await found(round)).toMatchObject([{ version: 2, place: 'phone', times: [] }]);
	value(await rounds.close(office, round));
	expect(await answer(as(samira), round, wish({ seen: 2 }))).toMatchObject({ reason: 'wishes-closed' });
});

test('the teacher types in what a home says on paper, about the children of their group', async () => {
	const round = await wishRound();
	value(await answer(as(samira), round, wish({ children: [child(sem.id)] })));
	expect(await answerFor(as(anke), round, samirasHome, wish({ seen: 1 }))).toMatchObject({ reason: 'missing' });
	value(await answerFor(as(anke), round, samirasHome, wish({ seen: 1, children: [child(noor.id)] })));
	expect(await found(round)).toMatchObject([
		{ answeredBy: anke.id, bySchool: true, children: [child(noor.id), child(sem.id)] }
	]);
});

test('who is not around the child, or of another home, changes nothing', async () => {
	const round = await wishRound();
	const before = await facts();
	expect(await answer(as(huda), round, wish())).toMatchObject({ reason: 'missing' });
	expect(await answer(as(anke), round, wish({ children: [child(noor.id)] }))).toMatchObject({ reason: 'refused' });
	expect(await answerFor(as(bram), round, youssefsHome, wish({ children: [child(noor.id)] }))).toMatchObject({
		reason: 'missing'
	});
	expect(await answerFor(as(samira), round, youssefsHome, wish())).toMatchObject({ reason: 'refused' });
	expect(await answer(as(samira), round, wish({ children: [] }))).toMatchObject({ reason: 'missing' });
	expect(await facts()).toEqual(before);
	expect(await found(round)).toEqual([]);
});

test('a home reads what it said, the other home does not; the teacher does, with the note', async () => {
	const round = await wishRound();
	value(await answer(as(samira), round, wish({ children: [child(noor.id, { note: 'Noor slaapt slecht' })] })));
	const textFor = async (who: typeof samira) => JSON.stringify(await tell(as(who), noor.id));
	expect(await textFor(samira)).toContain('Noor slaapt slecht');
	expect(await textFor(anke)).toContain('Noor slaapt slecht');
	expect(await textFor(youssef)).not.toContain('Noor slaapt slecht');
});

test('what was said about a child goes with it; the home’s answer with the last child', async () => {
	const round = await wishRound();
	value(await answer(as(samira), round, wish()));
	for (const pupil of [noor.id, sem.id]) {
		expect(await found(round)).toHaveLength(1);
		await asOwner(`update people.enrolment set ends_on = '2026-09-01' where pupil_id = '${pupil}' returning id`);
		value(await change(office, async (db) => ok(await forgetPupilIn(db, office, pupil))));
	}
	expect(await found(round)).toEqual([]);
	expect(await read(office, (db) => paceIn(db, office, { id: round }))).toEqual(new Map());
});
