import type { Block, BlockId, Slot } from '#modules/cycle/offer.ts';
import { slotsOf } from '#modules/cycle/offer.ts';
import type { OccupiedSpan } from '#modules/cycle/times.ts';
import type { BookingId, PersonId } from '#platform/ids.ts';
import type { Delay } from './delay.ts';
import { missedBy, routeOf, type Station } from './route.ts';
import { hasBegun, type Stop } from './stop.ts';
import type { Location, Walking } from './zone.ts';

/** A talk of the family at another time with the same teacher. */
export type Shift = Slot & { booking: BookingId; block: BlockId; teacher: PersonId; location: Location | null };

/**
 * What a family can do when a delay makes them miss their next talk: first that one and then the one that runs late, or the
 * missed one later. Only they do it; until then nothing moves.
 */
export type WayOut = { kind: 'swap'; shifts: [Shift, Shift] } | { kind: 'later'; shifts: [Shift] };

/** What the ways out of one family on one evening are found in. */
export type FamilyEvening = {
	/** All its talks of that evening. */
	stops: readonly Stop[];
	/** Who comes to each. */
	people: ReadonlyMap<BookingId, readonly PersonId[]>;
	/** What the two teachers offer, and where. */
	blocks: readonly (Omit<Block, 'location'> & { location: Location | null })[];
	/** When they, the family and the rooms are taken, the talks of the family included. */
	occupied: readonly OccupiedSpan[];
	delays: readonly Delay[];
	walking: Pick<Walking, 'near' | 'far'>;
};

const mostLater = 3;

/** Soonest first; empty when nothing is missed, or when nothing would help. What others take meanwhile the database refuses. */
export function waysOut(scene: FamilyEvening, now: Date): WayOut[] {
	const route = routeOf(scene.stops, scene.delays, scene.walking, now);
	const missed = missedBy(route);
	if (!missed || hasBegun(missed.next)) return [];
	const swapped = swapOf(scene, missed, now);
	const later = laterOf(scene, missed, now);
	const helps = ({ shifts }: WayOut) => isMade(scene, route, shifts, now);
	return [...(swapped && helps(swapped) ? [swapped] : []), ...later.filter(helps).slice(0, mostLater)];
}

/** Each in the time of the other. */
function swapOf(scene: FamilyEvening, { late, next }: { late: Station; next: Station }, now: Date): WayOut | undefined {
	const alike = lengthOf(late) === lengthOf(next) && late.location?.id !== next.location?.id;
	if (hasBegun(late) || late.startsAt <= now || !alike) return undefined;
	const first = shiftTo(scene, next, late, [late, next]);
	const second = shiftTo(scene, late, next, [late, next]);
	return first && second && { kind: 'swap', shifts: [first, second] };
}

function laterOf(scene: FamilyEvening, { next }: { next: Station }, now: Date): WayOut[] {
	const minutes = lengthOf(next) / 60_000;
	return scene.blocks
		.filter(({ teacher }) => teacher === next.teacher)
		.flatMap((block) => slotsOf(block, minutes))
		.filter(({ startsAt }) => startsAt > next.startsAt && startsAt > now)
		.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
		.flatMap((slot): WayOut[] => {
			const shift = shiftTo(scene, next, slot, [next]);
			return shift ? [{ kind: 'later', shifts: [shift] }] : [];
		});
}

/** This talk at that time, when its teacher offers it and everybody and the room are free; what `moving` takes now counts as free. */
function shiftTo(scene: FamilyEvening, talk: Stop, slot: Slot, moving: readonly Stop[]): Shift | undefined {
	const { startsAt, endsAt } = slot;
	const block = scene.blocks.find(
		(each) =>
			each.teacher === talk.teacher &&
			each.places.some((place) => place === talk.place) &&
			slotsOf(each, lengthOf(talk) / 60_000).some((one) => one.startsAt.getTime() === startsAt.getTime())
	);
	if (!block) return undefined;
	const location = talk.place === 'school' ? block.location : null;
	const needed: string[] = [talk.teacher, ...(scene.people.get(talk.id) ?? []), ...(location ? [location.id] : [])];
	const busy = scene.occupied.some(
		(span) =>
			needed.includes(span.occupant) &&
			span.startsAt < endsAt &&
			startsAt < span.endsAt &&
			!moving.some((one) => isSpanOf(scene, one, span))
	);
	return busy ? undefined : { booking: talk.id, block: block.id, teacher: talk.teacher, location, startsAt, endsAt };
}

/** With these talks moved the family makes them in time, and misses less than before. */
function isMade(scene: FamilyEvening, before: readonly Station[], shifts: readonly Shift[], now: Date) {
	const stops = scene.stops.map((stop) => {
		const shift = shifts.find(({ booking }) => booking === stop.id);
		return shift ? { ...stop, startsAt: shift.startsAt, endsAt: shift.endsAt, location: shift.location } : stop;
	});
	const after = routeOf(stops, scene.delays, scene.walking, now);
	const isMoved = (station: Station | undefined) => shifts.some(({ booking }) => booking === station?.id);
	const missed = (route: readonly Station[]) => route.reduce((all, { leg }) => all + (leg?.short ?? 0), 0);
	const tight = after.some((station, at) => station.leg?.short && (isMoved(station) || isMoved(after[at + 1])));
	return !tight && missed(after) < missed(before);
}

function isSpanOf({ people }: FamilyEvening, stop: Stop, { occupant, startsAt, endsAt }: OccupiedSpan) {
	const seated: string[] = [stop.teacher, stop.location?.id ?? '', ...(people.get(stop.id) ?? [])];
	const same = startsAt.getTime() === stop.startsAt.getTime() && endsAt.getTime() === stop.endsAt.getTime();
	return same && seated.includes(occupant);
}

function lengthOf({ startsAt, endsAt }: Slot) {
	return endsAt.getTime() - startsAt.getTime();
}
