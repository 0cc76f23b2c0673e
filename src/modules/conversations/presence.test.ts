import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import {
	arrive,
	glance,
	graceMs,
	hereOf,
	leave,
	together,
	withoutGone,
	write,
	writingMs,
	type Presence
} from './presence.ts';

const [anke, samira] = ['a', 's'] as PersonId[] as [PersonId, PersonId];
const nobody: Presence = new Map();
const names = (all: Presence, now: number) => hereOf(all, now).map(({ person }) => person);

test('somebody on two devices is here once, and until the last of them is gone', () => {
	const both = arrive(arrive(nobody, samira), samira);
	expect(names(both, 0)).toEqual([samira]);
	const one = leave(both, samira, 0);
	expect(names(one, graceMs * 5)).toEqual([samira]);
	expect(names(leave(one, samira, 0), graceMs)).toEqual([]);
});

test('a connection that drops for a moment is no leaving', () => {
	const gone = leave(arrive(nobody, samira), samira, 1_000);
	expect(names(gone, 1_000 + graceMs - 1)).toEqual([samira]);
	expect(names(gone, 1_000 + graceMs)).toEqual([]);
	expect(withoutGone(gone, 1_000 + graceMs).size).toBe(0);
});

test('who asks now and then is here as long as they go on asking', () => {
	const seen = glance(glance(nobody, anke, 0), anke, graceMs - 1);
	expect(names(seen, graceMs + 5)).toEqual([anke]);
	expect(names(seen, graceMs * 2)).toEqual([]);
});

test('where somebody writes is shown while they write, and never what', () => {
	const all = write(arrive(nobody, anke), anke, 'well', 0);
	expect(hereOf(all, writingMs - 1)).toEqual([{ person: anke, section: 'well' }]);
	expect(hereOf(all, writingMs)).toEqual([{ person: anke, section: null }]);
	expect(hereOf(write(all, anke, null, 1), 2)).toEqual([{ person: anke, section: null }]);
});

test('two processes that hold one table: each person once, and where they write', () => {
	const parts = [
		[{ person: samira, section: null }],
		[
			{ person: anke, section: null },
			{ person: samira, section: 'hard' }
		]
	] as const;
	expect(together(parts)).toEqual([
		{ person: anke, section: null },
		{ person: samira, section: 'hard' }
	]);
});
