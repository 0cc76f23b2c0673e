import { expect, test } from 'vitest';
import { noor, samirasHome } from '#seeds/cast.ts';
import { parseOwner, parseProposal, tidy } from './agreement.input.ts';

function typed(more: Record<string, string> = {}) {
	const form = new FormData();
	const values = { owner: `home:${samirasHome}`, what: 'lezen voor', why: 'Noor woorden leert', rhythm: 'elke avond' };
	for (const [name, words] of Object.entries({ ...values, evaluateOn: '2026-12-03', ...more })) form.set(name, words);
	return form;
}

test('what was typed becomes an agreement for all in the circle, something we do', () => {
	expect(parseProposal(typed(), noor.id)).toMatchObject({
		ok: true,
		value: { pupil: noor.id, owner: { household: samirasHome }, kind: 'do', audience: 'circle', besideChild: false }
	});
});

test.each([
	['owner', 'missing-owner', { owner: 'home:somewhere' }],
	['what', 'missing-what', { what: ' . ' }],
	['why', 'missing-why', { why: '' }],
	['rhythm', 'missing-when', { rhythm: '' }],
	['by', 'no-date', { by: '2026-02-30' }],
	['evaluateOn', 'missing-date', { evaluateOn: '' }],
	['how', 'too-long', { how: 'a'.repeat(501) }]
])('%s can be %s', (field, reason, more) => {
	expect(parseProposal(typed(more), noor.id)).toEqual({ ok: false, errors: { [field]: reason } });
});

test('a sentence keeps one full stop and one "so that"', () => {
	expect(tidy({ what: ' lezen voor. ', why: 'Zodat Noor woorden leert.' })).toEqual({
		what: 'lezen voor',
		why: 'Noor woorden leert'
	});
});

test('an owner from outside is an id or nothing', () => {
	expect(parseOwner(`person:${noor.id}`)).toEqual({ person: noor.id });
	expect(parseOwner('person:1 or 1=1')).toBeUndefined();
	expect(parseOwner(null)).toBeUndefined();
});
