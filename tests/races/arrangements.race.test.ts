import { expect, test } from 'vitest';
import { accept, change, propose, withdraw } from '#modules/cycle/arrangements/arrangements.server.ts';
import { note } from '#modules/cycle/arrangements/contact-notes.server.ts';
import { get } from '#modules/cycle/arrangements/contact-page.server.ts';
import type { Terms } from '#modules/cycle/arrangements/terms.ts';
import type { Day } from '#platform/time.ts';
import { adam, anke, as, huda, noor, samira, youssef } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { asOwner, facts, useRealDatabase } from '#tests/database.ts';

/**
 * Guards `.forNoKeyUpdate()` in `hold` of cycle/arrangements/arrangement.store.server.ts: without it both answers below are
 * given to the same version. And the unique index `arrangement_once` of 0050: without it a child has two for one home.
 */
useRealDatabase();

const terms = (people: Terms['people']): Terms => ({
	...{ ways: [{ form: 'phone', rhythm: 'weeks-6' }], initiative: 'in-turn', people },
	...{ until: '2027-07-01' as Day, wish: '' }
});
const calls = { terms: terms([huda.id]), own: false };
const clear = () =>
	asOwner('truncate cycle.contact_moment, cycle.arrangement_step, cycle.arrangement_terms, cycle.arrangement');

test('of a yes, another offer and a taking back at the same moment one counts', async () => {
	for (let round = 0; round < 8; round++) {
		await clear();
		const { id } = value(await propose(as(anke), adam.id, calls));
		const answers = await Promise.all([
			accept(as(huda), adam.id, id, { seen: 1 }),
			change(as(huda), adam.id, id, { seen: 1, terms: calls.terms }),
			withdraw(as(anke), adam.id, id, { seen: 1 }),
			change(as(anke), adam.id, id, { seen: 1, terms: calls.terms })
		]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers.filter((answer) => !answer.ok && answer.reason === 'changed')).toHaveLength(3);
	}
	expect(await facts()).toHaveLength(16);
});

test('two homes that say yes at the same moment both count, and it is agreed once', async () => {
	for (let round = 0; round < 8; round++) {
		await clear();
		const both = { terms: terms([samira.id, youssef.id]), own: false };
		const { id } = value(await propose(as(anke), noor.id, both));
		const said = await Promise.all([samira, youssef].map((who) => accept(as(who), noor.id, id, { seen: 1 })));
		expect(said.filter(({ ok }) => ok)).toHaveLength(2);
		expect(value(await get(as(anke), noor.id)).shown).toMatchObject([{ state: 'agreed', offered: null }]);
	}
});

test('home and school that offer at the same moment make one arrangement', async () => {
	for (let round = 0; round < 8; round++) {
		await clear();
		const offers = await Promise.all([anke, huda].map((who) => propose(as(who), adam.id, calls)));
		expect(offers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(value(await get(as(anke), adam.id)).shown).toHaveLength(1);
	}
});

test('both who say that it has been say it once', async () => {
	const { id } = value(await propose(as(anke), adam.id, calls));
	value(await accept(as(huda), adam.id, id, { seen: 1 }));
	const asked = { id, form: 'phone', fallsOn: '2026-11-03' as Day } as const;
	const said = await Promise.all([anke, huda].map((who) => note(as(who), adam.id, asked)));
	expect(said.filter(({ ok }) => ok)).toHaveLength(2);
	expect((await facts()).filter((name) => name === 'contact.noted')).toHaveLength(1);
});
