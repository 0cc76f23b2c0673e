import { expect, test } from 'vitest';
import type { MessageId, PersonId } from '#platform/ids.ts';
import { bundlesOf, isLost } from './bundle.ts';
import type { NotificationKind } from './notification.ts';

const due = (id: string, person: string, more: { kind?: NotificationKind; state?: string; bundle?: string } = {}) => ({
	id: id as MessageId,
	person: person as PersonId,
	kind: more.kind ?? 'talk-moved',
	state: more.state ?? 'waiting',
	bundle: (more.bundle ?? null) as MessageId | null
});
const shown = (messages: ReturnType<typeof due>[]) =>
	bundlesOf(messages).map(({ id, messages: them }) => [id, them.map((one) => one.id).join(' ')]);

test('what is due to one person goes together, by the id of the first', () => {
	expect(shown([due('a', 'samira'), due('b', 'youssef'), due('c', 'samira')])).toEqual([
		['a', 'a c'],
		['b', 'b']
	]);
});

// Red when a message of before is put with new ones: they would have its Message-ID, and not be seen.
test('what went before goes again with the same, and what came since by itself', () => {
	const before = { state: 'sending', bundle: 'a' };
	expect(shown([due('a', 'samira', before), due('b', 'samira', before), due('c', 'samira')])).toEqual([
		['a', 'a b'],
		['c', 'c']
	]);
});

test('of what went before, the rest keeps the id when its first was dropped', () => {
	expect(shown([due('b', 'samira', { state: 'sending', bundle: 'a' })])).toEqual([['a', 'b']]);
});

test('a code goes in a mail of its own', () => {
	expect(shown([due('a', 'samira', { kind: 'welcome' }), due('b', 'samira')])).toEqual([
		['a', 'a'],
		['b', 'b']
	]);
});

test('a reminder of which nobody knows whether it went is lost, anything else is not', () => {
	expect(isLost({ state: 'sending', kind: 'talk-reminder' })).toBe(true);
	expect(isLost({ state: 'waiting', kind: 'talk-reminder' })).toBe(false);
	expect(isLost({ state: 'sending', kind: 'talk-moved' })).toBe(false);
});
