import type { PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { choose, type AskedBy } from './booking.ts';
import { isEvening, type Block, type BlockId, type Place, type Slot } from './offer.ts';
import { timesIn, type Length } from './length.ts';
import type { Round } from './round.ts';

/** A free time that can be chosen. */
export type FreeTime = Slot & {
	block: BlockId;
	teacher: PersonId;
	place: Place;
	location: string | null;
};

/** Who or what is occupied from when to when. */
export type OccupiedSpan = Slot & { occupant: string };

/**
 * The times of `blocks` that this round still lets `by` choose, for talks in which all of `people` take part; soonest first.
 * What others take in the meantime, the database refuses.
 */
export function freeTimes(
	round: Round,
	blocks: readonly Block[],
	occupied: readonly OccupiedSpan[],
	people: readonly PersonId[],
	place: Place,
	by: AskedBy,
	now: Date,
	length: Length = { minutes: round.minutes, every: round.minutes }
): FreeTime[] {
	const spans = new Map<string, Slot[]>();
	for (const span of occupied) spans.set(span.occupant, [...(spans.get(span.occupant) ?? []), span]);

	const times = blocks.flatMap((block) => {
		const location = place === 'school' ? block.location : null;
		const needed = [block.teacher, ...people, ...(location ? [location.id] : [])];
		const busy = needed.flatMap((one) => spans.get(one) ?? []);
		return timesIn(block, length)
			.filter((slot) => !busy.some((span) => overlap(slot, span)))
			.filter((slot) => choose(round, { block, startsAt: slot.startsAt, place, length }, by, now).ok)
			.map((slot) => ({
				...slot,
				block: block.id,
				teacher: block.teacher,
				place,
				location: location?.name ?? null
			}));
	});
	return times.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** What the family has elsewhere: talks agreed for brothers and sisters, and times still free for them. */
export type SiblingTalks = { booked: readonly Slot[]; free: readonly Slot[] };

/**
 * The best three to begin with: next to a sibling's talk, then where a sibling could come next, then the soonest;
 * spread over days as far as it goes, with one in the evening when there is one. Shown soonest first.
 */
export function suggest<T extends Slot>(times: readonly T[], siblings: SiblingTalks, count = 3): T[] {
	const next = times.filter((time) => siblings.booked.some((slot) => areNeighbours(time, slot)));
	const wait = (time: Slot) =>
		Math.min(...siblings.booked.map((slot) => gapBetween(time, slot)).filter((gap) => gap >= 0));
	next.sort((a, b) => wait(a) - wait(b));
	const together = times.filter((time) => siblings.free.some((slot) => areNeighbours(time, slot)));
	const ranked = [...new Set([...next, ...spread(together), ...spread(times)])];
	const best = ranked.slice(0, count);
	const evening = ranked.find(isEvening);
	if (evening && best.length === count && !best.some(isEvening)) best[count - 1] = evening;
	return best.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** Talks after one another, so that one visit is enough. */
export type Visit<T extends Slot> = Slot & { times: T[] };

/**
 * The best visits that have one time of each list: those without waiting first, on different days, one in the evening when
 * there is one. None when no day has room for all.
 */
export function visitsOf<T extends Slot>(lists: readonly (readonly T[])[], count = 3): Visit<T>[] {
	const visits = new Map<number, Visit<T>>();
	for (const [at, list] of lists.entries()) {
		for (const first of list) {
			const times = follow([first], lists.toSpliced(at, 1));
			const begin = first.startsAt.getTime();
			const known = visits.get(begin);
			if (!times || (known && known.endsAt <= times.at(-1)!.endsAt)) continue;
			visits.set(begin, { startsAt: first.startsAt, endsAt: times.at(-1)!.endsAt, times });
		}
	}
	const all = [...visits.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
	const length = ({ startsAt, endsAt }: Slot) => endsAt.getTime() - startsAt.getTime();
	const shortest = Math.min(...all.map(length));
	const tight = all.filter((visit) => length(visit) === shortest);
	return suggest(tight.length >= count ? tight : all, { booked: [], free: [] }, count);
}

/** `row`, gone on with the soonest of each list that is left. */
function follow<T extends Slot>(row: T[], lists: readonly (readonly T[])[]): T[] | undefined {
	if (!lists.length) return row;
	const last = row.at(-1)!;
	const next = lists.flatMap((list, at) =>
		list.filter((time) => time.startsAt >= last.endsAt && areNeighbours(time, last)).map((time) => ({ time, at }))
	);
	for (const { time, at } of next.sort((a, b) => a.time.startsAt.getTime() - b.time.startsAt.getTime())) {
		const found = follow([...row, time], lists.toSpliced(at, 1));
		if (found) return found;
	}
	return undefined;
}

/** Those that begin closest to `moment`, closest first: for who was just too late. */
export function nearest<T extends Slot>(times: readonly T[], moment: Date, count = 3): T[] {
	const distance = ({ startsAt }: Slot) => Math.abs(startsAt.getTime() - moment.getTime());
	return [...times].sort((a, b) => distance(a) - distance(b)).slice(0, count);
}

export function byDay<T extends Slot>(times: readonly T[]): { day: Day; times: T[] }[] {
	const days = Map.groupBy(times, ({ startsAt }) => dayOf(startsAt));
	return [...days].map(([day, each]) => ({ day, times: each }));
}

/** One visit is enough for both: one ends at most a quarter of an hour before the other starts. */
export function areNeighbours(a: Slot, b: Slot) {
	const gap = gapBetween(a, b);
	return gap >= 0 && gap <= 15 * 60_000;
}

/** Milliseconds between the end of one and the start of the other; negative when they overlap. */
function gapBetween(a: Slot, b: Slot) {
	return Math.max(a.startsAt.getTime() - b.endsAt.getTime(), b.startsAt.getTime() - a.endsAt.getTime());
}

/** The first of each day before the second of any. */
function spread<T extends Slot>(times: readonly T[]): T[] {
	const days = byDay(times).map(({ times: each }) => each);
	const longest = Math.max(0, ...days.map(({ length }) => length));
	return Array.from({ length: longest }, (_, at) => days.flatMap((day) => day.slice(at, at + 1))).flat();
}

function overlap(a: Slot, b: Slot) {
	return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
