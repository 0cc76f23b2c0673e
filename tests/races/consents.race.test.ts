import { expect, test } from 'vitest';
import * as consents from '#modules/consent/consents.server.ts';
import { agreementsOf } from '#modules/agreements/agreements.server.ts';
import { propose } from '#modules/agreements/handshakes.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, noor, samira, sem, therapist, youssef } from '#seeds/cast.ts';
import { facts, useRealDatabase } from '#tests/database.ts';

/**
 * Guards `.forUpdate()` in `hold` of src/modules/consent/consent.store.server.ts. Without it each of two homes sees the other
 * as still to answer, and nothing is given though everybody said yes; and a yes may be taken back twice.
 */
useRealDatabase();

const words = { title: 'Logopedie', what: 'Ze leest mee.', why: 'Om te helpen.', readers: 'Alleen zij.' };

async function asked(round: number) {
	const outsider = { givenName: 'Tess', surname: 'Kramer', email: `tess${round}@care.example.org` };
	const input = { ...words, purpose: 'professional', until: '2027-01-31' as Day, outsider } as const;
	const made = await consents.ask(as(anke), noor.id, input);
	if (!made.ok) throw new Error(made.reason);
	return made.value;
}

async function standing(id: string) {
	const page = await consents.ofPupil(as(samira), noor.id);
	return page.ok && page.value.cards.find((card) => card.id === id)?.standing;
}

test('two homes that say yes at the same moment have both said it', async () => {
	for (let round = 0; round < 10; round++) {
		const id = await asked(round);
		const answers = await Promise.all([consents.give(as(samira), id), consents.give(as(youssef), id)]);
		expect(answers.every(({ ok }) => ok)).toBe(true);
		expect(await standing(id)).toBe('given');
	}
});

test('of a yes and a no at the same moment the no stands, whichever comes first', async () => {
	for (let round = 0; round < 10; round++) {
		const id = await asked(round);
		await Promise.all([consents.give(as(samira), id), consents.decline(as(youssef), id)]);
		expect(await standing(id)).toBe('declined');
	}
});

test('taken back by both homes at the same moment, it is taken back once', async () => {
	for (let round = 0; round < 10; round++) {
		const id = await asked(round);
		await consents.give(as(samira), id);
		await consents.give(as(youssef), id);
		const taken = await Promise.all([consents.withdraw(as(samira), id), consents.withdraw(as(youssef), id)]);
		expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
	}
	expect((await facts()).filter((name) => name === 'consent.withdrawn')).toHaveLength(10);
});

test('taken back while the professional saves: what is asked after the answer finds nothing', async () => {
	const wording = { what: 'oefent', why: 'Sem beter praat', rhythm: 'elke dag', by: null, how: '', helpers: '' };
	const proposal = {
		...{ pupil: sem.id, owner: { person: therapist.id }, wording, evaluateOn: '2026-12-03' as Day },
		kind: 'do' as const,
		audience: 'circle' as const
	};
	const page = await consents.ofPupil(as(samira), sem.id);
	const id = page.ok ? page.value.cards[0]!.id : ('' as never);
	const saving = Array.from({ length: 6 }, () => propose(as(therapist), proposal));
	const taken = consents.withdraw(as(samira), id);
	const after = taken.then(() => propose(as(therapist), proposal));
	const saved = await Promise.all(saving);
	expect(await taken).toMatchObject({ ok: true });
	expect(await after).toMatchObject({ ok: false, reason: 'missing' });
	// What was saved before it is whole, and stays with the child; the professional no longer reads it.
	expect(await agreementsOf(as(samira), { pupil: sem.id })).toHaveLength(saved.filter(({ ok }) => ok).length);
	expect(await agreementsOf(as(therapist), { pupil: sem.id })).toEqual([]);
});
