import type { PersonId } from '#platform/ids.ts';
import type { Section } from './steps.ts';

/** Somebody who has the page open, on however many devices; and the part of it where they are writing now. */
export type Here = { person: PersonId; section: Section | null };

/** One person on the page: devices that are connected, and until when they count as here without one. */
type Seat = { devices: number; until: number; section: Section | null; writingUntil: number };
export type Presence = ReadonlyMap<PersonId, Seat>;

/** Who goes out of reach is gone after this long: a dead spot in a corridor is no leaving. */
export const graceMs = 20_000;
/** A pause in writing longer than this, and nobody is waited for. */
export const writingMs = 7_000;

const empty: Seat = { devices: 0, until: 0, section: null, writingUntil: 0 };

export function arrive(all: Presence, person: PersonId): Presence {
	const seat = all.get(person) ?? empty;
	return put(all, person, { ...seat, devices: seat.devices + 1 });
}

export function leave(all: Presence, person: PersonId, now: number): Presence {
	const seat = all.get(person) ?? empty;
	return put(all, person, { ...seat, devices: Math.max(0, seat.devices - 1), until: now + graceMs });
}

/** A device that asks now and then instead of listening. */
export function glance(all: Presence, person: PersonId, now: number): Presence {
	return put(all, person, { ...(all.get(person) ?? empty), until: now + graceMs });
}

export function write(all: Presence, person: PersonId, section: Section | null, now: number): Presence {
	return put(all, person, {
		...(all.get(person) ?? empty),
		until: now + graceMs,
		section,
		writingUntil: now + writingMs
	});
}

/** Who is here at `now`, always in the same order. */
export function hereOf(all: Presence, now: number): Here[] {
	return [...all]
		.filter(([, seat]) => isHere(seat, now))
		.map(([person, seat]) => ({ person, section: seat.writingUntil > now ? seat.section : null }))
		.toSorted((a, b) => (a.person < b.person ? -1 : 1));
}

export function withoutGone(all: Presence, now: number): Presence {
	return new Map([...all].filter(([, seat]) => isHere(seat, now)));
}

/** The same page is held by several processes: each person once, and where any of them says they write. */
export function together(parts: readonly (readonly Here[])[]): Here[] {
	const all = new Map<PersonId, Here>();
	for (const each of parts.flat()) {
		const known = all.get(each.person);
		all.set(each.person, { ...each, section: known?.section ?? each.section });
	}
	return [...all.values()].toSorted((a, b) => (a.person < b.person ? -1 : 1));
}

const isHere = ({ devices, until }: Seat, now: number) => devices > 0 || until > now;
const put = (all: Presence, person: PersonId, seat: Seat) => new Map(all).set(person, seat);
