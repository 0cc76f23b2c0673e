import { beforeEach, expect, test } from 'vitest';
import { no, ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import * as claims from './claims.server.ts';
import { holding } from './forgetting.server.ts';
import { keep } from './retentions.server.ts';

useDatabase();
beforeEach(() => keep([holding]));

const { anke, as, deEik, deEiksOffice, huda, milan, milansMother, noor, samira, stranger, therapist, yvonne } = cast;
const correction = { kind: 'correction', about: noor.id, words: 'Haar naam klopt niet' } as const;

async function asked(input: Parameters<typeof claims.askClaim>[1] = correction) {
	const made = await claims.askClaim(as(samira), input);
	if (!made.ok) throw new Error(made.reason);
	return made.value;
}

test('a guardian asks for her child, the office answers with words, and she reads them', async () => {
	const id = await asked();
	expect(await claims.register(as(yvonne))).toMatchObject({
		value: [{ id, aboutName: 'Noor', dueOn: '2026-10-22', isLate: false }]
	});
	expect(await claims.grant(as(yvonne), id, '')).toEqual(no('words-missing'));
	expect(await claims.extend(as(yvonne), id, 'We zoeken het uit')).toEqual(ok(undefined));
	expect(await claims.extend(as(yvonne), id, 'Nog langer')).toEqual(no('wrong-state'));
	expect(await claims.refuse(as(yvonne), id, 'Zo staat het in de akte')).toEqual(ok(undefined));
	expect(await claims.mine(as(samira))).toMatchObject([{ state: 'refused', answer: 'Zo staat het in de akte' }]);
	expect(await facts()).toEqual(['claim.asked', 'claim.extended', 'claim.refused']);
});

test('nobody asks for a child that is not theirs to ask for', async () => {
	for (const who of [stranger, huda, anke, therapist, yvonne]) {
		expect(await claims.askClaim(as(who), correction)).toEqual(no('missing'));
	}
	expect(await claims.askClaim(as(stranger), { ...correction, about: samira.id })).toEqual(no('missing'));
	expect(await claims.askClaim(as(anke), { ...correction, about: anke.id })).toMatchObject({ ok: true });
});

test('from sixteen the pupil asks, and the parent no longer does', async () => {
	const about = { ...correction, about: milan.id };
	expect(await claims.askClaim(as(milansMother, deEik), about)).toEqual(no('missing'));
	expect(await claims.askClaim(as(milan, deEik), about)).toMatchObject({ ok: true });
});

test('the register is for office and leadership of the school itself', async () => {
	const id = await asked();
	for (const ctx of [as(anke), as(samira), as(therapist)]) {
		expect(await claims.register(ctx)).toEqual(no('missing'));
		expect(await claims.grant(ctx, id, 'ja')).toEqual(no('missing'));
	}
	expect(await claims.register(as(deEiksOffice, deEik))).toEqual(ok([]));
	expect(await claims.grant(as(deEiksOffice, deEik), id, 'ja')).toEqual(no('missing'));
});

test('the dossier of a child who is here is not erased as a whole; refusing writes nothing', async () => {
	const id = await asked({ ...correction, kind: 'erasure' });
	expect(await claims.register(as(yvonne))).toMatchObject({ value: [{ id, stays: true }] });
	expect(await claims.grant(as(yvonne), id, 'Goed')).toEqual(no('present'));
	expect(await claims.refuse(as(yvonne), id, 'Noor zit nog op school')).toEqual(ok(undefined));
	expect(await facts()).toEqual(['claim.asked', 'claim.refused']);
});

/** Guards `last <= today` in holdLeaver: July is not yet there. Of the database itself: tests/races/deletion.test.ts. */
test('a child that leaves in summer is here until then, and nothing of it goes before', async () => {
	await asOwner(`update people.enrolment set ends_on = '2027-07-31' where pupil_id = '${noor.id}'`);
	const id = await asked({ ...correction, kind: 'erasure' });
	expect(await claims.register(as(yvonne))).toMatchObject({ value: [{ stays: true }] });
	expect(await claims.grant(as(yvonne), id, 'Goed')).toEqual(no('present'));
});

test('who is no pupil and asks to be erased is answered by hand', async () => {
	await asked({ ...correction, kind: 'erasure', about: samira.id });
	expect(await claims.register(as(yvonne))).toMatchObject({ value: [{ stays: false }] });
});
