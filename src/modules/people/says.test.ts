import { expect, test } from 'vitest';
import { accountOf, admitIn } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import { no, ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as circles from './circles.server.ts';
import { answerStep, proposeStep, withdrawStep } from './says.server.ts';

useDatabase();

const { anke, as, deEik, deLinde, leyla, milan, mentor, noor, samira, stranger, therapist, sem, yara, youssef } = cast;
const mine = { yes: true, withChild: false };
const beside = { yes: true, withChild: true };
const sayOf = async (child = noor, who = samira) => {
	const circle = await circles.get(as(who), child.id);
	return circle.ok && circle.value.say;
};

test('a step counts when each home and the pupil have said yes, and not before', async () => {
	expect(await proposeStep(as(anke), noor.id, 2)).toEqual(ok(undefined));
	expect(await proposeStep(as(samira), noor.id, 3)).toEqual(no('open-already'));
	expect(await answerStep(as(samira), noor.id, mine)).toEqual(ok(undefined));
	expect(await answerStep(as(samira), noor.id, beside)).toEqual(ok(undefined));
	expect(await sayOf()).toBe(1);
	expect(await answerStep(as(anke), noor.id, mine)).toEqual(no('refused'));
	expect(await answerStep(as(youssef), noor.id, mine)).toEqual(ok(undefined));
	expect(await sayOf()).toBe(2);
	const answered = ['say.answered', 'say.answered', 'say.answered'];
	expect(await facts()).toEqual(['say.proposed', ...answered, 'say.agreed']);
});

test('a no of who was asked ends it; who proposed it can take it back', async () => {
	await proposeStep(as(samira), noor.id, 3);
	expect(await answerStep(as(youssef), noor.id, { ...mine, yes: false })).toEqual(ok(undefined));
	expect(await answerStep(as(youssef), noor.id, mine)).toEqual(no('missing'));
	await proposeStep(as(anke), noor.id, 2);
	expect(await withdrawStep(as(samira), noor.id)).toEqual(no('refused'));
	expect(await withdrawStep(as(anke), noor.id)).toEqual(ok(undefined));
	expect(await sayOf()).toBe(1);
});

test('it is narrowed the same way; a pupil that signs in speaks for itself, and is signed out when it no longer does', async () => {
	const me = { school: deLinde, person: yara.id };
	await change(as(leyla), async (db) => ok(await admitIn(db, [{ ...me, email: 'yara@example.org' }])));
	expect(await proposeStep(as(leyla), yara.id, 1)).toEqual(ok(undefined));
	expect(await answerStep(as(leyla), yara.id, beside)).toEqual(no('refused'));
	expect(await sayOf(yara, leyla)).toBe(3);
	expect(await answerStep(as(yara), yara.id, mine)).toEqual(ok(undefined));
	expect(await sayOf(yara, leyla)).toBe(1);
	expect(await accountOf(me)).toBeUndefined();
});

test.each([
	['another parent', as(stranger), noor, 'missing'],
	['a teacher under the name of another school', as(anke, deEik), noor, 'missing'],
	['a professional', as(therapist), sem, 'refused'],
	['anybody, from sixteen', as(mentor, deEik), milan, 'of-age']
] as const)('%s proposes no step', async (_who, ctx, child, reason) => {
	expect(await proposeStep(ctx, child.id, 2)).toEqual(no(reason));
	expect(await facts()).toEqual([]);
});
