import { addMinutes, dayOf, momentOf, wallClock, type Day, type Time } from '#platform/time.ts';
import type { BlockId, Place, Slot } from './offer.ts';

/** A quarter of an hour on a day, by the clock on the wall: `2026-09-29 15:15`. */
export type Cell = `${Day} ${Time}`;

/** How and where a teacher talks in a block. */
export type Manner = { location: string | null; places: readonly Place[] };

/** A block of the teacher as it stands; `held`: a talk was agreed in it. */
export type Stroke = Slot & Manner & { id: BlockId; held: boolean };

export const quarter = 15;

export function cellAt(moment: Date): Cell {
	const { day, time } = wallClock(moment);
	return `${day} ${time}`;
}

/** The end of the quarter that begins then. */
export function addQuarter(moment: Date): Date {
	return addMinutes(moment, quarter);
}

export function startOf(cell: Cell): Date {
	const [day, time] = cell.split(' ') as [Day, Time];
	return momentOf(day, time);
}

/** The quarters that a span touches, also those it fills in part. */
export function cellsOf({ startsAt, endsAt }: Slot): Cell[] {
	const { day, time } = wallClock(startsAt);
	const begin = momentOf(
		day,
		`${time.slice(0, 2)}:${String(Math.floor(Number(time.slice(3)) / 15) * 15).padStart(2, '0')}` as Time
	);
	const cells: Cell[] = [];
	for (let at = begin; at < endsAt; at = addMinutes(at, quarter)) cells.push(cellAt(at));
	return cells;
}

/** Cells that follow one another become one span; days stay apart. */
export function spansOf(cells: Iterable<Cell>): Slot[] {
	const starts = [...new Set(cells)].map(startOf).sort((a, b) => a.getTime() - b.getTime());
	const spans: Slot[] = [];
	for (const startsAt of starts) {
		const last = spans.at(-1);
		if (last && last.endsAt.getTime() === startsAt.getTime() && dayOf(last.startsAt) === dayOf(startsAt))
			last.endsAt = addMinutes(startsAt, quarter);
		else spans.push({ startsAt, endsAt: addMinutes(startsAt, quarter) });
	}
	return spans;
}

export type Repainted = {
	remove: BlockId[];
	add: (Slot & Manner)[];
	/** Blocks that should have gone, in part or whole, and stay for the talks in them. */
	kept: Stroke[];
};

/**
 * What must go and what must come, so that `wipe` is offered no more and `paint` is. Neighbours in the same room become one
 * block; a block in which a talk was agreed stays as it is.
 */
export function repaint(
	blocks: readonly Stroke[],
	{ paint, wipe }: { paint: readonly Cell[]; wipe: readonly Cell[] },
	manner: Manner
): Repainted {
	const gone = spansOf(wipe);
	const held = blocks.filter((block) => block.held);
	const loose = blocks.filter((block) => !block.held);
	const pieces = loose.flatMap((block) => without(block, gone).map((span) => ({ ...mannerOf(block), ...span })));
	const standing = [...held, ...pieces];
	const fresh = spansOf(paint).flatMap((span) => without(span, standing).map((part) => ({ ...manner, ...part })));
	const wanted = joined([...pieces, ...fresh]);
	return {
		remove: loose.filter((block) => !wanted.some((one) => isSame(one, block))).map(({ id }) => id),
		add: wanted.filter((one) => !loose.some((block) => isSame(one, block))),
		kept: held.filter((block) => gone.some((span) => overlap(span, block)))
	};
}

/** Longer than this between two blocks of one day is no break but the end of an afternoon. */
const longestBreak = 45;

/** The quarters between two blocks of a day that are near each other: where a teacher breathes. */
export function breaksIn(painted: Iterable<Cell>): Cell[] {
	const spans = spansOf(painted);
	return spans.slice(1).flatMap(({ startsAt }, at) => {
		const { endsAt } = spans[at]!;
		const near = startsAt <= addMinutes(endsAt, longestBreak) && dayOf(startsAt) === dayOf(endsAt);
		return near ? cellsOf({ startsAt: endsAt, endsAt: startsAt }) : [];
	});
}

function mannerOf({ location, places }: Manner): Manner {
	return { location, places };
}

function without({ startsAt, endsAt }: Slot, gone: readonly Slot[]): Slot[] {
	let left: Slot[] = [{ startsAt, endsAt }];
	for (const hole of gone) {
		left = left.flatMap((span) =>
			overlap(span, hole)
				? [
						{ startsAt: span.startsAt, endsAt: hole.startsAt },
						{ startsAt: hole.endsAt, endsAt: span.endsAt }
					].filter((piece) => piece.startsAt < piece.endsAt)
				: [span]
		);
	}
	return left;
}

function joined(spans: readonly (Slot & Manner)[]): (Slot & Manner)[] {
	const result: (Slot & Manner)[] = [];
	for (const span of spans.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
		const last = result.at(-1);
		const touches = last?.endsAt.getTime() === span.startsAt.getTime() && isSameManner(last, span);
		if (last && touches && dayOf(last.startsAt) === dayOf(span.startsAt)) last.endsAt = span.endsAt;
		else result.push({ ...span });
	}
	return result;
}

function isSame(one: Slot & Manner, other: Slot & Manner) {
	const alike = one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime();
	return alike && isSameManner(one, other);
}

function isSameManner(one: Manner, other: Manner) {
	return one.location === other.location && [...one.places].sort().join() === [...other.places].sort().join();
}

function overlap(a: Slot, b: Slot) {
	return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
