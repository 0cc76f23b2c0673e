import { expect, it } from 'vitest';
import { drafts, leftOf, refill } from './draft.ts';

function shelf() {
	const kept = new Map<string, string>();
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key),
		key: (at: number) => [...kept.keys()][at] ?? null,
		get length() {
			return kept.size;
		}
	};
}

it('keeps a text until it is dropped', () => {
	const device = shelf();
	drafts.keep(device, 'samira.noor.2', [['answer', 'Ze wil niet naar school.']]);
	expect(drafts.find(device, 'samira.noor.2')).toEqual([['answer', 'Ze wil niet naar school.']]);
	drafts.drop(device, 'samira.noor.2');
	expect(drafts.find(device, 'samira.noor.2')).toBeUndefined();
});

it('leaves nothing behind at signing out, and touches nothing that is not its own', () => {
	const device = shelf();
	device.setItem('something-else', 'stays');
	drafts.keep(device, 'a', [['answer', '1']]);
	drafts.keep(device, 'b', [['answer', '2']]);
	drafts.dropAll(device);
	expect(device.length).toBe(1);
});

it('takes no harm from a shelf that holds nonsense or refuses', () => {
	const device = shelf();
	device.setItem('eenlijn.draft.a', '{"not":"a draft"}');
	device.setItem('eenlijn.draft.b', '[[1,2]]');
	device.setItem('eenlijn.draft.c', 'not json');
	for (const key of ['a', 'b', 'c', 'd']) expect(drafts.find(device, key)).toBeUndefined();
	const full = {
		...shelf(),
		setItem: () => {
			throw new Error('full');
		}
	};
	expect(() => drafts.keep(full, 'a', [['answer', '1']])).not.toThrow();
});

it('keeps of a text what was typed after it was sent', () => {
	expect(leftOf('Ze leest graag', 'Ze leest graag')).toBe('');
	expect(leftOf('Ze leest graag', 'Ze leest graag\nen ze slaapt slecht')).toBe('en ze slaapt slecht');
	expect(leftOf('Ze leest graag', 'Ze slaapt slecht')).toBe('Ze slaapt slecht');
	expect(leftOf('', 'Vooraan zitten')).toBe('Vooraan zitten');
});

it('sends the newest words, and says which button was pressed', () => {
	const data = new FormData();
	data.set('text', 'Ze leest');
	data.set('none', 'yes');
	refill(data, [['text', 'Ze leest graag']]);
	expect([...data].sort()).toEqual([
		['none', 'yes'],
		['text', 'Ze leest graag']
	]);
});
