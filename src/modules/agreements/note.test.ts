import { expect, test } from 'vitest';
import type { NoteResult, Step } from './agreement.ts';
import { notesThatStand, tallyOf } from './note.ts';

const told = (result: NoteResult, occasion: string | null = null) =>
	({ move: 'note', result, occasion, round: 1 }) as unknown as Step;
const back = (occasion: string | null = null) => ({ move: 'takeBack', occasion, round: 1 }) as unknown as Step;
const results = (...steps: Step[]) => notesThatStand(steps).map(({ result }) => result);

test('of a day the last word stands; of no day every one', () => {
	expect(results(told('not', 'tue'), told('done', 'tue'), told('partly', 'thu'))).toEqual(['done', 'partly']);
	expect(results(told('not'), told('not'))).toEqual(['not', 'not']);
});

test('what was taken back stands no longer, and what was told before it about that day does not come back', () => {
	expect(results(told('not', 'tue'), told('done', 'tue'), back('tue'))).toEqual([]);
	expect(results(told('not'), told('done'), back())).toEqual(['not']);
	expect(results(back('tue'), told('done', 'tue'))).toEqual(['done']);
});

test('a tally counts what stands, of this round', () => {
	const earlier = { ...told('done', 'mon'), round: 2 } as Step;
	expect(tallyOf([told('not', 'tue'), told('done', 'tue'), told('partly'), earlier], 1)).toEqual({
		...{ done: 1, partly: 1, not: 0 }
	});
});
