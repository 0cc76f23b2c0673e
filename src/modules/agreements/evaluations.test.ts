import { beforeEach, expect, test } from 'vitest';
import type { AgreementId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, carla, deLinde, noor, samira, samirasHome, stranger, youssef } from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import type { EvaluationOutcome } from './agreement.ts';
import { agreementsOf, get } from './agreements.server.ts';
import { evaluate, lookBack, lookingBack, replace, wishEarlier } from './evaluations.server.ts';
import { accept, propose } from './handshakes.server.ts';

useDatabase();

const evaluationDay = new Date('2026-12-03T08:00:00Z');
const then = (who: typeof anke) => as(who, deLinde, evaluationDay);
const said = (wants: EvaluationOutcome = 'continue') =>
	({ did: 'Vaak gelezen', missed: '', closer: 'yes', wants }) as const;
const goOn = { seen: 2, result: 'continue', words: '', evaluateOn: '2027-02-01' as Day } as const;
const stop = { seen: 2, result: 'stop', words: '', evaluateOn: null } as const;

let id: AgreementId;
beforeEach(async () => {
	const made = await propose(as(anke), {
		pupil: noor.id,
		kind: 'do',
		owner: { household: samirasHome },
		audience: 'circle',
		wording: { what: 'lezen voor', why: 'Noor woorden leert', rhythm: 'elke avond', by: null, how: '', helpers: '' },
		evaluateOn: '2026-12-03' as Day
	});
	if (!made.ok) throw new Error(made.reason);
	id = made.value.id;
	await accept(as(samira), id, { seen: 1 });
});

test('on the day itself school begins, then home looks back, and together they go on', async () => {
	expect(await lookBack(then(samira), id, said())).toEqual({ ok: false, reason: 'school-first' });
	expect(await lookBack(then(anke), id, said())).toMatchObject({ ok: true });
	expect(await evaluate(then(anke), id, goOn)).toEqual({ ok: false, reason: 'owner-first' });
	expect(await lookBack(then(samira), id, said())).toMatchObject({ ok: true });
	expect(await evaluate(then(anke), id, goOn)).toMatchObject({
		value: { state: 'agreed', round: 2, evaluateOn: '2027-02-01' }
	});
	expect((await facts()).slice(2)).toEqual(['agreement.looked-back', 'agreement.looked-back', 'agreement.evaluated']);
});

test('before the day nobody looks back alone; when owner and another both wish it, they can', async () => {
	expect(await lookBack(as(anke), id, said())).toEqual({ ok: false, reason: 'too-early' });
	await wishEarlier(as(anke), id);
	await wishEarlier(as(carla), id);
	expect(await wishEarlier(as(anke), id)).toEqual({ ok: false, reason: 'already-wished' });
	expect(await lookBack(as(anke), id, said())).toEqual({ ok: false, reason: 'too-early' });
	await wishEarlier(as(samira), id);
	expect(await lookBack(as(anke), id, said())).toMatchObject({ ok: true });
});

test('school has two weeks to begin; after that its silence holds nobody, and is told', async () => {
	const at = (moment: string) => as(samira, deLinde, new Date(moment));
	expect(await lookBack(at('2026-12-16T08:00:00Z'), id, said())).toEqual({ ok: false, reason: 'school-first' });
	const later = at('2026-12-17T08:00:00Z');
	expect(await lookingBack(later, id)).toMatchObject({
		value: { waitsForSchool: false, schoolIsSilent: true, myTurn: true }
	});
	expect(await lookBack(later, id, said())).toMatchObject({ ok: true });
	expect(await evaluate(later, id, goOn)).toMatchObject({ value: { round: 2 } });
});

test('two weeks count from the day on which both wished to look back earlier', async () => {
	const on = (who: typeof anke, moment: string) => as(who, deLinde, new Date(moment));
	await wishEarlier(on(anke, '2026-10-01T08:00:00Z'), id);
	await wishEarlier(on(samira, '2026-10-05T08:00:00Z'), id);
	expect(await lookBack(on(samira, '2026-10-18T08:00:00Z'), id, said())).toMatchObject({ reason: 'school-first' });
	expect(await lookBack(on(samira, '2026-10-19T08:00:00Z'), id, said())).toMatchObject({ ok: true });
});

test('nobody is held longer to a promise than they want', async () => {
	await lookBack(then(anke), id, said());
	await lookBack(then(samira), id, said('change'));
	expect(await evaluate(then(anke), id, goOn)).toEqual({ ok: false, reason: 'owner-decides' });
});

test('what changes ends, and in its place comes a new proposal to the same owner', async () => {
	await lookBack(then(anke), id, said());
	await lookBack(then(samira), id, said('change'));
	const wording = {
		what: 'luisteren naar een luisterboek',
		why: 'Noor woorden leert',
		rhythm: 'elke avond',
		by: null,
		how: '',
		helpers: ''
	};
	const reworded = { seen: 2, words: '', wording, evaluateOn: '2027-02-01' as Day };
	expect(await replace(then(anke), id, { ...reworded, evaluateOn: '2026-12-03' as Day })).toEqual({
		ok: false,
		reason: 'evaluation-past'
	});
	expect(await replace(then(anke), id, reworded)).toMatchObject({ value: { state: 'proposed', replaces: id } });
	const cards = await agreementsOf(as(samira), { pupil: noor.id });
	expect(cards.map(({ state, waitsFor }) => [state, waitsFor])).toEqual([
		['proposed', 'me'],
		['ended', null]
	]);
});

test('stopping asks only that school has spoken', async () => {
	expect(await evaluate(then(samira), id, stop)).toEqual({ ok: false, reason: 'school-first' });
	await lookBack(then(anke), id, said('stop'));
	expect(await evaluate(then(youssef), id, stop)).toMatchObject({ value: { state: 'ended' } });
	expect(await evaluate(then(anke), id, { ...stop, seen: 3 })).toEqual({ ok: false, reason: 'wrong-state' });
});

test('a second round starts with empty hands; the first one stays readable', async () => {
	await lookBack(then(anke), id, said());
	await lookBack(then(samira), id, said());
	await evaluate(then(samira), id, goOn);
	const february = as(samira, deLinde, new Date('2027-02-01T08:00:00Z'));
	expect(await lookBack(february, id, said())).toEqual({ ok: false, reason: 'school-first' });
	const found = await get(february, id);
	expect(found.ok && found.value.scene.agreement.lookBacks).toHaveLength(2);
});

test('a look back may be rewritten by its writer until it is decided, and by nobody else', async () => {
	await lookBack(then(anke), id, said());
	await lookBack(then(anke), id, { ...said(), missed: 'Twee keer vergeten het boek mee te geven' });
	const found = await get(then(samira), id);
	expect(found.ok && found.value.scene.agreement.lookBacks).toMatchObject([
		{ person: anke.id, missed: 'Twee keer vergeten het boek mee te geven' }
	]);
	expect(await lookBack(then(stranger), id, said())).toEqual({ ok: false, reason: 'missing' });
});
