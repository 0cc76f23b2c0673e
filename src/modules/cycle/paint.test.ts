import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMinutes, momentOf, type Day, type Time } from '#platform/time.ts';
import type { BlockId } from './offer.ts';
import { breaksIn, cellsOf, repaint, spansOf, type Cell, type Manner, type Stroke } from './paint.ts';

const tuesday = '2026-09-29' as Day;
const at = (time: string, day = tuesday) => momentOf(day, time as Time);
const cells = (from: string, to: string, day = tuesday) => cellsOf({ startsAt: at(from, day), endsAt: at(to, day) });
const room: Manner = { location: 'Lokaal 5', places: ['school'] };
const block = (from: string, to: string, given: Partial<Stroke> = {}): Stroke => ({
	...room,
	...{ id: `${from}` as BlockId, startsAt: at(from), endsAt: at(to), held: false },
	...given
});

test('painted quarters that follow one another become one block', () => {
	expect(spansOf([...cells('15:00', '16:00'), ...cells('16:00', '16:30'), ...cells('19:00', '19:15')])).toEqual([
		{ startsAt: at('15:00'), endsAt: at('16:30') },
		{ startsAt: at('19:00'), endsAt: at('19:15') }
	]);
});

test('a break wiped out of an afternoon leaves two blocks, and shows as a break', () => {
	const { remove, add, kept } = repaint([block('15:00', '17:00')], { paint: [], wipe: cells('16:00', '16:15') }, room);
	expect(remove).toEqual(['15:00']);
	expect(add.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
		[at('15:00'), at('16:00')],
		[at('16:15'), at('17:00')]
	]);
	expect(kept).toEqual([]);
	expect(breaksIn([...cells('15:00', '16:00'), ...cells('16:15', '17:00'), ...cells('19:00', '20:00')])).toEqual([
		'2026-09-29 16:00'
	]);
});

test('a block in which a talk was agreed stays, and what is painted beside it is a block of its own', () => {
	const held = block('15:00', '16:00', { held: true });
	const { remove, add, kept } = repaint(
		[held],
		{ paint: cells('16:00', '16:30'), wipe: cells('15:30', '16:00') },
		room
	);
	expect({ remove, kept }).toEqual({ remove: [], kept: [held] });
	expect(add).toEqual([{ ...room, startsAt: at('16:00'), endsAt: at('16:30') }]);
});

test('painted beside a block in the same room it grows; in another room it does not', () => {
	const grow = (manner: Manner) =>
		repaint([block('15:00', '16:00')], { paint: cells('16:00', '17:00'), wipe: [] }, manner);
	expect(grow(room)).toMatchObject({ remove: ['15:00'], add: [{ startsAt: at('15:00'), endsAt: at('17:00') }] });
	expect(grow({ ...room, location: 'Lokaal 6' })).toMatchObject({ remove: [], add: [{ location: 'Lokaal 6' }] });
});

const days = fc.integer({ min: 0, max: 364 }).map((add) => addDays('2026-01-01' as Day, add));
const stretch = fc.tuple(fc.integer({ min: 28, max: 84 }), fc.integer({ min: 1, max: 12 }), fc.boolean());
const some = (day: Day, [from, length]: [number, number, boolean]) => {
	const startsAt = addMinutes(at('07:00', day), (from - 28) * 15);
	return { startsAt, endsAt: addMinutes(startsAt, length * 15) };
};

/** Guards `without` and `joined`; the days include both on which the clock changes. */
test('after painting, offered is what was offered, less what was wiped, with what was painted; nothing twice', () => {
	fc.assert(
		fc.property(
			days,
			fc.array(stretch, { maxLength: 5 }),
			fc.array(stretch, { maxLength: 4 }),
			fc.array(stretch, { maxLength: 4 }),
			(day, before, painted, wiped) => {
				const taken = new Set<Cell>();
				const blocks = before.flatMap((one, id): Stroke[] => {
					const span = some(day, one);
					if (cellsOf(span).some((cell) => taken.has(cell))) return [];
					cellsOf(span).forEach((cell) => taken.add(cell));
					return [{ ...room, ...span, id: String(id) as BlockId, held: one[2] }];
				});
				const wipe = wiped.flatMap((one) => cellsOf(some(day, one)));
				const paint = painted.flatMap((one) => cellsOf(some(day, one))).filter((cell) => !wipe.includes(cell));
				const { remove, add } = repaint(blocks, { paint, wipe }, room);
				const after = [...blocks.filter(({ id }) => !remove.includes(id)), ...add].flatMap(cellsOf);
				const held = blocks.filter((one) => one.held).flatMap(cellsOf);
				const wanted = new Set([...[...taken].filter((cell) => !wipe.includes(cell)), ...paint, ...held]);
				expect(after.toSorted()).toEqual([...wanted].sort());
				expect(blocks.filter((one) => one.held && remove.includes(one.id))).toEqual([]);
			}
		)
	);
});
