import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge, type Written } from './preparation.ts';

const stored = (text: string, version = 3): Written => ({ text, version });

test('who read the newest text replaces it', () => {
	expect(merge(stored('Ze leest'), { text: 'Ze leest graag', version: 3 })).toEqual({
		...{ text: 'Ze leest graag', version: 4, conflict: false }
	});
});

test('written at the same time: both texts stay, under each other', () => {
	const { text, version, conflict } = merge(stored('Ze rekent graag'), { text: 'Ze leest graag', version: 2 });
	expect(text).toBe('Ze rekent graag\n\n– – –\n\nZe leest graag');
	expect([version, conflict]).toEqual([4, true]);
});

test('the same words again are no conflict: the answer was lost on the way', () => {
	expect(merge(stored('Ze leest'), { text: 'Ze leest', version: 2 })).toEqual({
		...stored('Ze leest'),
		conflict: false
	});
});

test('a device that goes on typing on an old version adds to its own part only', () => {
	const first = merge(stored('Ze rekent graag'), { text: 'Ze leest', version: 2 });
	const second = merge(first, { text: 'Ze leest elke avond', version: 2 });
	expect(second.text).toBe('Ze rekent graag\n\n– – –\n\nZe leest elke avond');
	const third = merge(second, { text: 'Ze rekent graag\n\n– – –\n\nZe leest elke avond voor', version: first.version });
	expect(third.text).toBe('Ze rekent graag\n\n– – –\n\nZe leest elke avond voor');
});

test('an empty page on an old version wipes nothing', () => {
	expect(merge(stored('Ze leest'), { text: '', version: 0 })).toMatchObject({ text: 'Ze leest', version: 3 });
});

const words = fc.array(fc.constantFrom('lezen', 'rekenen', 'buiten', 'ruzie', 'gym'), { maxLength: 6 });

test('whatever two people write at once, every word of both is there', () => {
	fc.assert(
		fc.property(words, words, (one, other) => {
			const { text } = merge(stored(one.join(' ')), { text: other.join(' '), version: 1 });
			for (const said of [one.join(' '), other.join(' ')]) expect(text).toContain(said);
		})
	);
});

/** Two devices, each with the text and version it knows; what they do is told in steps. */
type Device = { text: string; version: number };
const device = fc.constantFrom('phone' as const, 'tablet' as const);
const step = fc.oneof(
	fc.record({ by: device, does: fc.constant('types' as const), word: fc.integer({ min: 0, max: 1e6 }) }),
	fc.record({ by: device, does: fc.constantFrom('saves' as const, 'saves unheard' as const) })
);

test('two devices that type and save in any order, with answers lost on the way, lose no word', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
			let answer: Written = { text: '', version: 0 };
			const devices: Record<'phone' | 'tablet', Device> = {
				phone: { text: '', version: 0 },
				tablet: { text: '', version: 0 }
			};
			const typed: string[] = [];
			const saves = (by: 'phone' | 'tablet', hears: boolean) => {
				const merged = merge(answer, devices[by]);
				answer = { text: merged.text, version: merged.version };
				if (!hears) return;
				// As the page does: after a conflict it goes on with both texts; else only the version is new.
				devices[by] = merged.conflict ? { ...answer } : { ...devices[by], version: answer.version };
			};
			for (const [at, one] of steps.entries()) {
				if (one.does === 'types') {
					const word = `w${at}x${one.word}`;
					const { text } = devices[one.by];
					devices[one.by].text = text ? `${text} ${word}` : word;
					typed.push(word);
				} else saves(one.by, one.does === 'saves');
			}
			for (const by of ['phone', 'tablet', 'phone'] as const) saves(by, true);
			for (const word of typed) expect(answer.text).toContain(word);
		}),
		{ numRuns: 2000 }
	);
});
