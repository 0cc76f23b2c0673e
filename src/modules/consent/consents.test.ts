import { describe, expect, test } from 'vitest';
import * as callers from '#modules/people/callers.server.ts';
import * as pupils from '#modules/people/pupils.server.ts';
import { restrict } from '#modules/people/restrictions.server.ts';
import { accountOf } from '#platform/accounts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import type { NewConsent } from './consent.input.ts';
import type { ConsentId } from './consent.ts';
import * as consents from './consents.server.ts';
import { addPurpose, purposes, retirePurpose } from './purposes.server.ts';

useDatabase();

const { anke, as, bram, carla, deEik, deLinde, leyla, noor, samira, sem, stranger, therapist, yara, youssef } = cast;
const words = { title: 'Logopedie', what: 'Ze leest mee.', why: 'Om te helpen.', readers: 'Alleen zij.' };
const until = '2027-01-31' as Day;
const outsider = { givenName: 'Tess', surname: 'Kramer', email: 'tess@care.example.org' };
const joining: NewConsent = { ...words, purpose: 'professional', until, outsider };
const sharing: NewConsent = { ...words, purpose: 'organisation', until, outsider: null };

async function asked(input = joining, pupil = noor.id, by = anke): Promise<ConsentId> {
	const made = await consents.ask(as(by), pupil, input);
	if (!made.ok) throw new Error(made.reason);
	return made.value;
}

async function professional(email: string): Promise<PersonId | undefined> {
	const { personas } = await callers.all(deLinde, cast.autumn);
	return personas.find((persona) => persona.role === 'professional' && persona.email === email)?.id;
}

const standing = async (who: typeof samira, pupil = noor.id) => {
	const page = await consents.ofPupil(as(who), pupil);
	if (!page.ok) throw new Error(page.reason);
	return page.value.cards[0]!.standing;
};
const pageOf = (person: PersonId, pupil = noor.id, now = cast.autumn) =>
	pupils.get(as({ id: person, role: 'professional', tasks: [] }, deLinde, now), pupil);

describe('a professional from outside', () => {
	test('is in the circle from the last yes on, and on the next click out of it when one home takes it back', async () => {
		const id = await asked();
		expect(await consents.give(as(samira), id)).toEqual(ok(undefined));
		expect(await professional(outsider.email)).toBeUndefined();
		expect(await consents.give(as(youssef), id)).toEqual(ok(undefined));

		const tess = (await professional(outsider.email))!;
		expect(await pageOf(tess)).toMatchObject({ ok: true });
		expect(await accountOf({ school: deLinde, person: tess })).toBeDefined();

		expect(await consents.withdraw(as(samira), id)).toEqual(ok(undefined));
		expect(await pageOf(tess)).toEqual(no('missing'));
		expect(await standing(youssef)).toBe('withdrawn');
		expect(await facts()).toEqual(['consent.asked', 'consent.given', 'consent.given', 'consent.withdrawn']);
	});

	test('stays up to and including the last day, and not a day longer', async () => {
		const id = await asked();
		await consents.give(as(samira), id);
		await consents.give(as(youssef), id);
		const tess = (await professional(outsider.email))!;
		expect(await pageOf(tess, noor.id, new Date('2027-01-31T20:00:00Z'))).toMatchObject({ ok: true });
		expect(await pageOf(tess, noor.id, new Date('2027-01-31T23:30:00Z'))).toEqual(no('missing'));
	});

	test('comes back as the same person, also after it was taken back the same day', async () => {
		for (const [who, stop] of [
			[youssef, consents.withdraw],
			[anke, consents.end]
		] as const) {
			const id = await asked();
			await consents.give(as(samira), id);
			await consents.give(as(youssef), id);
			const tess = (await professional(outsider.email))!;
			expect(await pageOf(tess)).toMatchObject({ ok: true });
			await stop(as(who), id);
			expect(await pageOf(tess)).toEqual(no('missing'));
		}
	});

	test('stays as long as other leave stands', async () => {
		const [one, two] = [await asked(), await asked({ ...joining, title: 'Dyslexie', until: '2026-11-30' as Day })];
		for (const id of [one, two]) {
			await consents.give(as(samira), id);
			await consents.give(as(youssef), id);
		}
		const tess = (await professional(outsider.email))!;
		await consents.withdraw(as(samira), one);
		expect(await pageOf(tess)).toMatchObject({ ok: true });
		expect(await pageOf(tess, noor.id, new Date('2026-12-01T08:00:00Z'))).toEqual(no('missing'));
	});

	test('is let out by the family of a child where they already are', async () => {
		const page = await consents.ofPupil(as(samira), sem.id);
		const [card] = page.ok ? page.value.cards : [];
		expect(await pageOf(therapist.id, sem.id)).toMatchObject({ ok: true });
		expect(await consents.withdraw(as(samira), card!.id)).toEqual(ok(undefined));
		expect(await pageOf(therapist.id, sem.id)).toEqual(no('missing'));
	});

	test('is tied by nobody without consent', async () => {
		expect(await pupils.tie(as(cast.yvonne), noor.id, therapist.id)).toEqual(no('missing'));
	});
});

test.each([
	['another parent', as(stranger)],
	['a teacher of another group', as(bram)],
	['the office', as(cast.yvonne)],
	['her own teacher under the name of another school', as(anke, deEik)]
])('for %s there is nothing asked and nothing to answer', async (_who, ctx) => {
	const id = await asked();
	expect(await consents.ofPupil(ctx, noor.id)).toEqual(no('missing'));
	expect(await consents.ask(ctx, noor.id, sharing)).toEqual(no('missing'));
	for (const move of [consents.give, consents.decline, consents.withdraw, consents.drop, consents.end]) {
		expect(await move(ctx, id)).toEqual(no('missing'));
	}
	expect(await facts()).toEqual(['consent.asked']);
});

test('a professional in the circle reads nothing of what the family answered', async () => {
	expect(await consents.ofPupil(as(therapist), sem.id)).toEqual(no('missing'));
	expect(await consents.ask(as(therapist), sem.id, sharing)).toEqual(no('missing'));
});

test('staff ask and do not answer; a parent answers and does not ask; a refusal writes nothing', async () => {
	const id = await asked();
	expect(await consents.give(as(anke), id)).toEqual(no('refused'));
	expect(await consents.say(as(noor), id, 'x')).toEqual(no('refused'));
	expect(await consents.ask(as(samira), noor.id, sharing)).toEqual(no('refused'));
	expect(await consents.ask(as(anke), noor.id, { ...sharing, until: '2028-01-01' as Day })).toEqual(no('until-late'));
	expect(await consents.withdraw(as(samira), id)).toEqual(no('wrong-state'));
	expect(await facts()).toEqual(['consent.asked']);
});

test('a child of twelve says what it thinks, and its parent decides', async () => {
	const id = await asked(sharing, yara.id, bram);
	expect(await consents.say(as(yara), id, 'Alleen mijn cijfers')).toEqual(ok(undefined));
	expect(await consents.give(as(yara), id)).toEqual(no('refused'));
	const page = await consents.ofPupil(as(leyla), yara.id);
	expect(page).toMatchObject({ value: { cards: [{ waitsFor: 'me', lines: [{}, { words: 'Alleen mijn cijfers' }] }] } });
	expect(await consents.give(as(leyla), id)).toEqual(ok(undefined));
	expect(await standing(yara, yara.id)).toBe('given');
});

test('from sixteen the pupil decides alone', async () => {
	const { milan, mentor, milansMother } = cast;
	const made = await consents.ask(as(mentor, deEik), milan.id, sharing);
	const id = made.ok ? made.value : ('' as ConsentId);
	expect(await consents.give(as(milansMother, deEik), id)).toEqual(no('refused'));
	expect(await consents.give(as(milan, deEik), id)).toEqual(ok(undefined));
	expect(await consents.withdraw(as(milansMother, deEik), id)).toEqual(no('refused'));
	expect(await consents.withdraw(as(milan, deEik), id)).toEqual(ok(undefined));
});

test('what waits for a parent waits until they have answered', async () => {
	const id = await asked();
	expect(await consents.waitingFor(as(samira), [noor.id, sem.id])).toMatchObject([{ id }]);
	await consents.give(as(samira), id);
	expect(await consents.waitingFor(as(samira), [noor.id, sem.id])).toEqual([]);
	expect(await consents.waitingFor(as(youssef), [noor.id])).toHaveLength(1);
	expect(await consents.waitingFor(as(anke), [noor.id])).toEqual([]);
});

test('office and leadership add purposes of their own, which all staff can ask for', async () => {
	const added = await addPurpose(as(cast.yvonne), words);
	expect(await purposes(as(carla))).toMatchObject({ value: [words] });
	for (const who of [anke, samira, noor, therapist]) expect(await addPurpose(as(who), words)).toEqual(no('missing'));
	expect(await purposes(as(samira))).toEqual(no('missing'));
	const id = added.ok ? added.value : ('' as never);
	expect(await retirePurpose(as(cast.deEiksOffice, deEik), id)).toEqual(no('missing'));
	expect(await retirePurpose(as(cast.joris), id)).toEqual(ok(undefined));
	expect(await purposes(as(carla))).toEqual(ok([]));
});

describe('what a judge forbids a parent with authority', () => {
	const ban = (who: typeof samira, kind: 'talks' | 'information') => {
		const seen = { proof: 'court', proofOn: '2026-09-14' as Day } as const;
		return restrict(as(cast.yvonne), noor.id, {
			...{ guardian: who.id, kind, from: '2026-09-14' as Day, until: null },
			...seen
		});
	};

	test('kept from the talks, they are asked as before: nothing is decided over their head', async () => {
		await ban(youssef, 'talks');
		const id = await asked();
		expect(await consents.give(as(samira), id)).toEqual(ok(undefined));
		expect(await standing(samira)).toBe('asked');
		expect(await consents.give(as(youssef), id)).toEqual(ok(undefined));
		expect(await standing(samira)).toBe('given');
	});

	test('kept from information, they are not asked, since the question informs; the other parent decides alone', async () => {
		await ban(youssef, 'information');
		const id = await asked();
		expect(await consents.give(as(youssef), id)).toEqual(no('missing'));
		expect(await consents.give(as(samira), id)).toEqual(ok(undefined));
		expect(await standing(samira)).toBe('given');
	});

	test('where nobody else has authority it waits for school, and nobody gives it', async () => {
		for (const who of [samira, youssef]) await ban(who, 'information');
		const id = await asked();
		const page = await consents.ofPupil(as(anke), noor.id);
		expect(page).toMatchObject({ value: { cards: [{ id, waitsFor: 'school' }] } });
		for (const who of [samira, youssef]) expect(await consents.give(as(who), id)).toEqual(no('missing'));
	});
});
