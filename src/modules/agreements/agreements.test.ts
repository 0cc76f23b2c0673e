import { expect, test } from 'vitest';
import { read } from '#platform/db.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { AgreementId, ConversationId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import {
	adam,
	anke,
	as,
	autumn,
	carla,
	deEik,
	deLinde,
	huda,
	leyla,
	noor,
	samira,
	samirasHome,
	stranger,
	yara,
	youssef
} from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import type { NewAgreement } from './agreement.input.ts';
import { agreementsMadeIn, agreementsOf, get, mine } from './agreements.server.ts';
import { sentenceOf } from './card.words.ts';
import * as handshakes from './handshakes.server.ts';

useDatabase();

const readingAloud: NewAgreement = {
	pupil: noor.id,
	kind: 'do',
	owner: { household: samirasHome },
	audience: 'circle',
	wording: {
		what: 'lezen elke avond tien minuten voor',
		why: 'Noor meer woorden kent',
		rhythm: '',
		by: '2026-12-01' as Day,
		how: '',
		helpers: ''
	},
	evaluateOn: '2026-12-03' as Day
};
const shorter = {
	wording: { ...readingAloud.wording, what: 'lezen drie avonden voor' },
	evaluateOn: readingAloud.evaluateOn
};
const week = 7 * 24 * 3_600_000;
const later = (ctx: Ctx, weeks: number): Ctx => ({ ...ctx, now: new Date(autumn.getTime() + weeks * week) });

async function proposed(input: Partial<NewAgreement> = {}, ctx = as(anke)) {
	const made = await handshakes.propose(ctx, { ...readingAloud, ...input });
	if (!made.ok) throw new Error(made.reason);
	return made.value.id;
}

async function cardFor(ctx: Ctx, id: AgreementId) {
	const found = await get(ctx, id);
	if (!found.ok) throw new Error(found.reason);
	return found.value.card;
}

test('proposed by school, adapted at home, adopted by school: what stands is what home wrote', async () => {
	const id = await proposed();
	expect(await handshakes.adapt(as(samira), id, { seen: 1, ...shorter })).toMatchObject({ ok: true });
	expect(await cardFor(as(anke), id)).toMatchObject({ state: 'adapted', waitsFor: 'me' });
	expect(await handshakes.adopt(as(anke), id, { seen: 2 })).toMatchObject({ ok: true });

	const card = await cardFor(as(youssef), id);
	expect(card).toMatchObject({ state: 'agreed', waitsFor: null });
	expect(sentenceOf(card, 'nl')).toBe(
		'Samira El Idrissi en Noor thuis lezen drie avonden voor, zodat Noor meer woorden kent. Uiterlijk dinsdag 1 december.'
	);
	expect(await facts()).toEqual(['agreement.proposed', 'agreement.adapted', 'agreement.adopted']);
});

test('back and forth, and every wording is kept', async () => {
	const id = await proposed();
	await handshakes.adapt(as(samira), id, { seen: 1, ...shorter });
	const between = { ...shorter, wording: { ...shorter.wording, what: 'lezen vier avonden voor' } };
	await handshakes.adapt(as(anke), id, { seen: 2, ...between });
	expect(await handshakes.accept(as(samira), id, { seen: 3 })).toMatchObject({ value: { state: 'agreed' } });
	const found = await get(as(anke), id);
	expect(found.ok && found.value.wordings.map(({ what }) => what)).toEqual([
		readingAloud.wording.what,
		shorter.wording.what,
		between.wording.what
	]);
});

test('who writes a promise of their own has agreed at once', async () => {
	const id = await proposed({ owner: { person: anke.id } });
	expect(await cardFor(as(samira), id)).toMatchObject({
		state: 'agreed',
		voice: 'school',
		owner: { names: ['juf Anke'] }
	});
});

test('time to think keeps it where it is, for all to see', async () => {
	const id = await proposed();
	await handshakes.askTime(as(samira), id, { seen: 1 });
	expect(await cardFor(as(anke), id)).toMatchObject({ state: 'proposed', asksTime: true, waitsFor: 'owner' });
	expect(await handshakes.accept(later(as(samira), 1), id, { seen: 1 })).toMatchObject({ ok: true });
});

test('home declines without a reason; school gives one', async () => {
	const atHome = await proposed();
	expect(await handshakes.decline(as(samira), atHome, { seen: 1, words: '' })).toMatchObject({ ok: true });
	const atSchool = await proposed({ owner: { person: anke.id } }, as(samira));
	const refused = await handshakes.decline(as(anke), atSchool, { seen: 1, words: '' });
	expect(refused).toEqual({ ok: false, reason: 'reason-missing' });
	const said = { seen: 1, words: 'Ik heb op maandag een andere groep.' };
	expect(await handshakes.decline(as(anke), atSchool, said)).toMatchObject({ ok: true });
});

test('for a young child a guardian answers, and it is kept that they did so together', async () => {
	const id = await proposed({ owner: { person: noor.id } });
	expect(await cardFor(as(youssef), id)).toMatchObject({ waitsFor: 'me', beside: 'Noor' });
	const agreed = await handshakes.accept(as(youssef), id, { seen: 1 });
	expect(agreed.ok && agreed.value.steps.at(-1)).toMatchObject({ person: youssef.id, together: noor.id });
});

test('a guardian writes for the child only beside the child', async () => {
	const alone = await proposed({ owner: { person: noor.id } }, as(samira));
	expect(await cardFor(as(samira), alone)).toMatchObject({ state: 'proposed', waitsFor: 'me' });
	const together = await proposed({ owner: { person: noor.id }, besideChild: true }, as(samira));
	expect(await cardFor(as(samira), together)).toMatchObject({ state: 'agreed' });
});

test('a pupil of twelve answers alone and sees what is for the circle, not what is between adults', async () => {
	const hers = await proposed({ pupil: yara.id, owner: { person: yara.id } }, as(leyla));
	const adults = await proposed({ pupil: yara.id, owner: { person: leyla.id }, audience: 'adults' }, as(leyla));
	expect(await handshakes.accept(as(leyla), hers, { seen: 1 })).toEqual({ ok: false, reason: 'refused' });
	expect(await handshakes.accept(as(yara), hers, { seen: 1 })).toMatchObject({ ok: true });
	expect(await get(as(yara), adults)).toEqual({ ok: false, reason: 'missing' });
	expect((await agreementsOf(as(yara), { pupil: yara.id })).map(({ id }) => id)).toEqual([hers]);
});

test.each([
	['the proposer', as(anke)],
	['the other parent', as(youssef)],
	['a colleague in the circle', as(carla)]
])('%s cannot say yes for the owner, and nothing is written', async (_who, ctx) => {
	const id = await proposed();
	expect(await handshakes.accept(ctx, id, { seen: 1 })).toEqual({ ok: false, reason: 'refused' });
	expect(await cardFor(as(samira), id)).toMatchObject({ state: 'proposed', version: 1 });
	expect(await facts()).toEqual(['agreement.proposed']);
});

test.each([
	['a parent of another child', as(stranger)],
	['the mother of a classmate', as(huda)],
	['a teacher under the name of another school', as(anke, deEik)]
])('for %s it does not exist', async (_who, ctx) => {
	const id = await proposed();
	expect(await get(ctx, id)).toEqual({ ok: false, reason: 'missing' });
	expect(await handshakes.accept(ctx, id, { seen: 1 })).toEqual({ ok: false, reason: 'missing' });
	expect(await handshakes.propose(ctx, readingAloud)).toEqual({ ok: false, reason: 'missing' });
	expect(await agreementsOf(ctx, { pupil: noor.id })).toEqual([]);
	expect(await facts()).toEqual(['agreement.proposed']);
});

test('who answers to what has just changed is told so', async () => {
	const id = await proposed();
	await handshakes.withdraw(as(anke), id, { seen: 1 });
	expect(await handshakes.accept(as(samira), id, { seen: 1 })).toEqual({ ok: false, reason: 'changed' });
	expect(await handshakes.accept(as(samira), id, { seen: 2 })).toEqual({ ok: false, reason: 'wrong-state' });
});

test('nothing is asked of who is not in the circle, nor promised for a day that is over', async () => {
	const reason = async (input: Partial<NewAgreement>) => handshakes.propose(as(anke), { ...readingAloud, ...input });
	expect(await reason({ owner: { person: stranger.id } })).toEqual({ ok: false, reason: 'owner-unknown' });
	expect(await reason({ owner: { person: noor.id }, audience: 'adults' })).toEqual({
		ok: false,
		reason: 'hidden-from-owner'
	});
	const past = { ...readingAloud.wording, by: '2026-09-21' as Day };
	expect(await reason({ wording: past })).toEqual({ ok: false, reason: 'date-past' });
	expect(await reason({ evaluateOn: '2026-09-22' as Day })).toEqual({ ok: false, reason: 'evaluation-past' });
	expect(await reason({ evaluateOn: '2026-11-30' as Day })).toEqual({ ok: false, reason: 'evaluation-early' });
	expect(await facts()).toEqual([]);
});

test('each sees what waits for them, then their own, then what others do', async () => {
	const waits = await proposed();
	const hers = await proposed({ owner: { person: anke.id } });
	await proposed({ pupil: adam.id, owner: { person: huda.id } });
	const ids = (cards: { id: AgreementId }[]) => cards.map(({ id }) => id);
	const samiras = await mine(as(samira));
	expect([ids(samiras.waiting), ids(samiras.mine), ids(samiras.others)]).toEqual([[waits], [], [hers]]);
	const ankes = await mine(as(anke));
	expect([ankes.waiting.length, ids(ankes.mine), ankes.others.length]).toEqual([0, [hers], 2]);
});

test('a conversation finds what was agreed in it', async () => {
	const madeIn = '00000000-0000-4000-8fff-000000000001' as ConversationId;
	const id = await proposed({ madeIn });
	await proposed();
	const found = await read({ school: deLinde }, (db) => agreementsMadeIn(db, as(samira), madeIn));
	expect(found.map((card) => card.id)).toEqual([id]);
});
