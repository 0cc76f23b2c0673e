import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { asSpot, asTalk, slidersIn, versionIn, wayIn } from './board.input.ts';
import { applied, changesBetween, isCurrent, midway, reversed } from './board.ts';
import { difference } from './comparison.ts';
import { secondsFor, stateNow } from './run.ts';
import type { Standing } from './situation.ts';
import { pupilOf, talkKey, type TalkKey } from './talk-key.ts';

const teacher = 'anke' as PersonId;
const at = (talk: string, time: string, locked = false): Standing => ({
	...{ talk: talk as TalkKey, teacher, startsAt: new Date(`2026-09-24T${time}:00Z`), locked }
});
const before = [at('a', '13:00'), at('b', '13:15'), at('c', '13:30', true)];
const after = [at('a', '13:00'), at('b', '14:00'), at('d', '13:15')];
const sorted = (all: readonly Standing[]) => [...all].sort((a, b) => a.talk.localeCompare(b.talk));

test('a step holds what changed and nothing else, and can be taken back', () => {
	const changes = changesBetween(before, after);
	expect(changes.map(({ talk }) => talk).sort()).toEqual(['b', 'c', 'd']);
	expect(sorted(applied(before, changes))).toEqual(after);
	expect(sorted(applied(after, reversed(changes)))).toEqual(before);
});

test('a lock is a change of its own, and no other time', () => {
	const changes = changesBetween([at('a', '13:00')], [at('a', '13:00', true)]);
	expect(changes).toHaveLength(1);
	expect(difference(changes)).toEqual({ moved: [], added: [], lost: [] });
});

test('two plans differ in talks that moved, came and went', () => {
	const { moved, added, lost } = difference(changesBetween(before, after));
	expect([moved, added, lost].map((all) => all.map(({ talk }) => talk))).toEqual([['b'], ['d'], ['c']]);
});

test('who has an older board on the screen is not current', () => {
	const board = { round: 'r' as never, version: 3, step: 1, sliders: midway };
	expect(isCurrent(board, 3).ok).toBe(true);
	expect(isCurrent(board, 2)).toEqual({ ok: false, reason: 'changed' });
});

test('a run is believed as long as it says that it lives', () => {
	const aliveUntil = new Date('2026-09-24T13:00:12Z');
	const state = (seconds: number) =>
		stateNow({ state: 'running', aliveUntil }, new Date(Date.UTC(2026, 8, 24, 13, 0, seconds)));
	expect([state(11), state(13)]).toEqual(['running', 'broken-off']);
	expect(stateNow({ state: 'done', aliveUntil }, new Date('2026-10-01T00:00:00Z'))).toBe('done');
	expect([5, 400, 4000].map(secondsFor)).toEqual([2, 10, 30]);
});

test('what comes from outside has the shape of a talk, a time, a weight, or is nothing', () => {
	const id = '0a000000-0000-4000-8000-000000000001';
	expect(asTalk(talkKey(id as PersonId, null, null))).toBe(`${id}__`);
	expect(pupilOf(`${id}__` as TalkKey)).toBe(id);
	for (const wrong of [null, '', id, `${id}_x_`, `${id}___`, `__${id}`]) expect(asTalk(wrong)).toBeUndefined();
	expect(asSpot(`${id}_2026-09-24T13:00:00.000Z`)?.teacher).toBe(id);
	for (const wrong of [null, id, `${id}_nu`, `x_2026-09-24T13:00:00.000Z`, `${id}_2026-09-24`]) {
		expect(asSpot(wrong)).toBeUndefined();
	}
	const form = new FormData();
	expect(slidersIn(form)).toEqual({ wishes: 1, waiting: 1, staffDay: 1 });
	form.set('wishes', '4');
	form.set('waiting', '99');
	expect(slidersIn(form)).toEqual({ wishes: 4, waiting: 1, staffDay: 1 });
	expect([versionIn(form), wayIn(form)]).toEqual([-1, -1]);
});
