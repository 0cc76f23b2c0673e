import { expect, test } from 'vitest';
import { no, ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, deEik, deEiksOffice, noor, samira, sem, stranger, yara, youssef, yvonne } from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { checkAuthority } from './authorities.server.ts';
import * as circles from './circles.server.ts';
import { aMonthAfter, decide, type InformationRequest } from './information-request.ts';
import * as requests from './information-requests.server.ts';
import * as pupils from './pupils.server.ts';
import { restrict } from './restrictions.server.ts';

useDatabase();

const seen = { proof: 'court', proofOn: '2026-09-18' as Day } as const;
const question = 'Hoe gaat het met lezen?';
const before = ['authority.checked', 'authority.checked'];

async function youssefWithoutAuthority() {
	for (const child of [noor, sem]) {
		const check = { guardian: youssef.id, authority: 'no', institution: null, ...seen } as const;
		expect(await checkAuthority(as(yvonne), child.id, check)).toEqual(ok(undefined));
	}
}
async function asked() {
	await youssefWithoutAuthority();
	expect(await requests.ask(as(youssef), { pupil: noor.id, question })).toEqual(ok(undefined));
	const waiting = await requests.list(as(yvonne));
	return waiting.ok ? waiting.value.waiting[0]!.id : ('' as never);
}
async function answeredFor(who: typeof samira) {
	const circle = await circles.get(as(who), noor.id);
	const page = circle.ok && (await requests.answeredFor(as(who), circle.value));
	return page || [];
}

test.each([
	['2026-09-22', '2026-10-22'],
	['2026-12-31', '2027-01-31'],
	['2027-01-31', '2027-02-28'],
	['2028-01-30', '2028-02-29']
])('a month after %s is %s', (day, later) => expect(aMonthAfter(day as Day)).toBe(later));

test('school decides once, and always with words', () => {
	const request = { state: 'asked' } as InformationRequest;
	const now = new Date();
	expect(decide(request, { answer: '', ground: null }, yvonne.id, now)).toEqual(no('words-missing'));
	const told = decide(request, { answer: 'Goed', ground: null }, yvonne.id, now);
	expect(told).toMatchObject({ value: { state: 'answered', ground: null, decidedBy: yvonne.id } });
	expect(told.ok && decide(told.value, { answer: 'Nee', ground: 'court' }, yvonne.id, now)).toEqual(no('wrong-state'));
});

test('without authority: a page to ask and nothing else of the child', async () => {
	await youssefWithoutAuthority();
	expect(await requests.doorOf(as(youssef))).toEqual({ sees: false, asks: true });
	expect(await pupils.get(as(youssef), noor.id)).toEqual(no('missing'));
	const page = await requests.mine(as(youssef));
	expect(page.ok && page.value.children.map(({ callName }) => callName)).toEqual(['Noor', 'Sem']);
	expect(page.ok && page.value.history.map(({ what, authority }) => [what, authority])).toEqual([
		['authority', 'no'],
		['authority', 'no']
	]);
});

test.each([
	['a parent with authority', samira],
	['a parent of another child', stranger],
	['a pupil', yara],
	['a teacher', anke]
])('for %s there is no such page, and nothing to ask', async (_who, who) => {
	expect(await requests.mine(as(who))).toEqual(no('missing'));
	expect(await requests.ask(as(who), { pupil: noor.id, question })).toEqual(no('missing'));
	expect(await requests.list(as(who))).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
});

test('school answers in words within a month; who has authority hears that it did, and no more', async () => {
	const id = await asked();
	expect(await requests.ask(as(youssef), { pupil: noor.id, question })).toEqual(no('asked-already'));
	expect(await requests.get(as(yvonne), id)).toMatchObject({
		value: { dueOn: '2026-10-22', askerName: 'Youssef Benali' }
	});
	const decision = { answer: 'Noor leest op haar niveau.', ground: null };
	for (const ctx of [as(anke), as(samira), as(youssef), as(deEiksOffice, deEik)]) {
		expect(await requests.get(ctx, id)).toEqual(no('missing'));
		expect(await requests.answer(ctx, id, decision)).toEqual(no('missing'));
	}
	expect(await requests.answer(as(yvonne), id, decision)).toEqual(ok(undefined));
	expect(await requests.answer(as(yvonne), id, decision)).toEqual(no('wrong-state'));
	const page = await requests.mine(as(youssef));
	expect(page.ok && page.value.requests).toMatchObject([{ state: 'answered', answer: decision.answer, question }]);
	expect(await answeredFor(samira)).toEqual([as(yvonne).now]);
	expect(JSON.stringify(await answeredFor(samira))).not.toContain('leest');
	expect(await answeredFor(anke)).toEqual([]);
	expect(await answeredFor(noor)).toEqual([]);
	expect(await facts()).toEqual([...before, 'information.asked', 'information.answered']);
});

test('school says no with a reason of the law and in words; history stays', async () => {
	const id = await asked();
	const why = { answer: 'Dit gaat over de andere ouder.', ground: 'not-about-the-child' } as const;
	expect(await requests.refuse(as(yvonne), id, why)).toEqual(ok(undefined));
	expect(await requests.ask(as(youssef), { pupil: noor.id, question: 'En rekenen?' })).toEqual(ok(undefined));
	const page = await requests.mine(as(youssef));
	expect(page.ok && page.value.requests.map(({ state, ground }) => [state, ground])).toEqual([
		['asked', null],
		['refused', 'not-about-the-child']
	]);
	expect(await answeredFor(samira)).toEqual([]);
});

test('whom a judge forbids information asks nothing, and reads that it is so', async () => {
	await youssefWithoutAuthority();
	const forbidden = {
		guardian: youssef.id,
		kind: 'information',
		from: '2026-09-22' as Day,
		until: null,
		...seen
	} as const;
	for (const child of [noor, sem]) await restrict(as(yvonne), child.id, forbidden);
	expect(await requests.ask(as(youssef), { pupil: noor.id, question })).toEqual(no('missing'));
	expect(await requests.mine(as(youssef))).toMatchObject({ value: { children: [], barred: true } });
});
