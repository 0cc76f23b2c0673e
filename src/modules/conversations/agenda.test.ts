import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { agendaIn, inOrder, putBefore, type Place } from './agenda.ts';
import type { Entry, EntryId } from './entry.ts';

const ids = ['a', 'b', 'c', 'd'] as EntryId[];
const point = (id: EntryId, minutes: number | null = null): Entry => ({
	...{ id, conversation: 'talk' as Entry['conversation'], section: 'point', person: 'p' as PersonId },
	...{ helper: 'p' as PersonId, audience: 'adults', text: id, minutes, version: 1, saidAt: new Date(0) },
	...{ bearing: null, starter: null, goal: null, beside: null }
});
const place = (entry: EntryId, at: number | null, leftAt: Date | null = null): Place => ({
	...{ entry, place: at, leftAt, carriedTo: null }
});

test('a point goes before another, or last', () => {
	expect(putBefore(ids, ids[3]!, ids[1]!)).toEqual(['a', 'd', 'b', 'c']);
	expect(putBefore(ids, ids[0]!, ids[2]!)).toEqual(['b', 'a', 'c', 'd']);
	expect(putBefore(ids, ids[1]!, null)).toEqual(['a', 'c', 'd', 'b']);
	expect(putBefore(ids, ids[1]!, ids[1]!)).toEqual(ids);
	expect(putBefore(ids, 'gone' as EntryId, null)).toBeUndefined();
	expect(putBefore(ids, ids[0]!, 'gone' as EntryId)).toBeUndefined();
});

test('whatever is moved wherever, every point stands there once', () => {
	const one = fc.constantFrom(...ids);
	fc.assert(
		fc.property(fc.array(fc.tuple(one, fc.option(one))), (moves) => {
			const order = moves.reduce<EntryId[]>((now, [entry, before]) => putBefore(now, entry, before)!, ids);
			expect(order.toSorted()).toEqual(ids);
		})
	);
});

test('in the order that was chosen; what came later last', () => {
	const points = ids.map((id) => point(id));
	expect(inOrder(points, [place(ids[2]!, 0), place(ids[0]!, 1)]).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
});

test('minutes are shared by what is left to speak about; what nobody got to takes none', () => {
	const agenda = agendaIn(
		[point(ids[0]!, 10), point(ids[1]!), point(ids[2]!, 5)],
		[place(ids[2]!, 0, new Date(0))],
		30
	);
	expect(agenda.points.map(({ id, takes }) => [id, takes])).toEqual([
		['a', 10],
		['b', 20]
	]);
	expect(agenda.left.map(({ id }) => id)).toEqual(['c']);
	expect([agenda.total, agenda.over]).toEqual([30, 0]);
});
