import type { BookingId, PersonId } from '#platform/ids.ts';
import type { Slot } from '#modules/cycle/offer.ts';
import { areNeighbours } from '#modules/cycle/times.ts';

/** A talk that falls out, with the times it could have instead. */
export type Fallen<T extends Place = Place> = Slot & {
	id: BookingId;
	/** Who must be there besides the teacher. */
	people: PersonId[];
	/** Talks of brothers and sisters that stand. */
	siblings: readonly Slot[];
	free: readonly T[];
};
type Place = Slot & { teacher: PersonId; location: string | null };

/**
 * The smallest re-plan: as many talks as possible get a time, each as near to its old one as can be, and next to a brother's or
 * sister's talk when it was so before. Two talks never want the same teacher, room or person. A talk for which nothing is left
 * asks another to make room, if that one can go elsewhere.
 */
export function replan<T extends Place>(fallen: readonly Fallen<T>[]): Map<BookingId, T> {
	const placed = new Map<BookingId, T>();
	const byId = new Map(fallen.map((talk) => [talk.id, talk]));
	const ranked = new Map(fallen.map((talk) => [talk.id, byNearness(talk, fallen)]));

	const inTheWay = (talk: Fallen<T>, time: T) =>
		[...placed].filter(([id, other]) => id !== talk.id && clash(talk, time, byId.get(id)!, other)).map(([id]) => id);

	function place(talk: Fallen<T>, asked: Set<BookingId>): boolean {
		const times = ranked.get(talk.id)!;
		const open = times.find((time) => !inTheWay(talk, time).length);
		if (open) return (placed.set(talk.id, open), true);
		asked.add(talk.id);
		for (const time of times) {
			const [other, ...more] = inTheWay(talk, time);
			if (!other || more.length || asked.has(other)) continue;
			const before = placed.get(other)!;
			placed.set(talk.id, time);
			placed.delete(other);
			if (place(byId.get(other)!, asked)) return true;
			placed.set(other, before);
			placed.delete(talk.id);
		}
		return false;
	}

	// Who has the least to choose from is placed first.
	for (const talk of [...fallen].sort((a, b) => a.free.length - b.free.length)) place(talk, new Set());
	return placed;
}

function byNearness<T extends Place>(talk: Fallen<T>, all: readonly Fallen<T>[]): T[] {
	const moving = all.filter((other) => other.id !== talk.id && shares(talk, other));
	const wasNext = [...talk.siblings, ...moving].some((other) => areNeighbours(talk, other));
	const isNext = (time: T) =>
		[...talk.siblings, ...moving.flatMap(({ free }) => free)].some((other) => areNeighbours(time, other));
	const distance = ({ startsAt }: Slot) => Math.abs(startsAt.getTime() - talk.startsAt.getTime());
	const rank = (time: T) => (wasNext && !isNext(time) ? 1 : 0);
	return [...talk.free].sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b));
}

function clash(talk: Fallen, time: Place, other: Fallen, taken: Place) {
	if (!(time.startsAt < taken.endsAt && taken.startsAt < time.endsAt)) return false;
	const sameRoom = time.location !== null && time.location === taken.location;
	return time.teacher === taken.teacher || sameRoom || shares(talk, other);
}

function shares(a: Pick<Fallen, 'people'>, b: Pick<Fallen, 'people'>) {
	return a.people.some((person) => b.people.includes(person));
}
