import type { GroupId, PersonId } from '#platform/ids.ts';
import { addMinutes, wallClock } from '#platform/time.ts';

export const places = ['school', 'phone', 'online'] as const;
export type Place = (typeof places)[number];
/** Where an agreed talk is: in a way that was offered, or at home for who asked that. */
export type AgreedPlace = Place | 'home';

export type BlockId = string & { readonly __block: never };
export type LocationId = string & { readonly __location: never };

/** From–to on one day in which a teacher can talk, and how. */
export type Block = {
	id: BlockId;
	teacher: PersonId;
	startsAt: Date;
	endsAt: Date;
	location: { id: LocationId; name: string } | null;
	places: Place[];
};

export type Slot = { startsAt: Date; endsAt: Date };

/** From here on it is evening: after dinner for most, after work for nearly all. */
const eveningFrom = '18:00';

/** The talks of `minutes` that fit in a block, one after the other; what is left over at its end is a breath. */
export function slotsOf({ startsAt, endsAt }: Slot, minutes: number): Slot[] {
	const slots: Slot[] = [];
	for (let from = startsAt; addMinutes(from, minutes) <= endsAt; from = addMinutes(from, minutes)) {
		slots.push({ startsAt: from, endsAt: addMinutes(from, minutes) });
	}
	return slots;
}

export function isEvening({ startsAt }: Pick<Slot, 'startsAt'>) {
	return wallClock(startsAt).time >= eveningFrom;
}

export type OfferCount = {
	talks: number;
	slots: number;
	/** Talks without a time; 0 is enough. */
	short: number;
	shortMinutes: number;
	evening: boolean;
};

/** Is there a time for every talk of `minutes`, and one in the evening at least (handbook §3.1)? */
export function enough(talks: number, blocks: readonly Slot[], minutes: number): OfferCount {
	return enoughFor(
		Array.from({ length: talks }, () => minutes),
		blocks,
		minutes
	);
}

/** The same for talks that each have a length of their own; what is left over is counted in talks of the `usual` length. */
export function enoughFor(lengths: readonly number[], blocks: readonly Slot[], usual: number): OfferCount {
	const room = blocks.map(({ startsAt, endsAt }) => (endsAt.getTime() - startsAt.getTime()) / 60_000);
	const without = lengths
		.toSorted((a, b) => b - a)
		.filter((length) => {
			const at = room.findIndex((left) => left >= length);
			if (at >= 0) room[at]! -= length;
			return at < 0;
		});
	const spare = room.reduce((sum, left) => sum + Math.floor(left / usual), 0);
	return {
		talks: lengths.length,
		slots: lengths.length - without.length + spare,
		short: without.length,
		shortMinutes: without.reduce((sum, length) => sum + length, 0),
		evening: blocks.some((block) => slotsOf(block, usual).some(isEvening))
	};
}

/** Teachers and the groups they share: who has one group together offers for it together. */
export type Team = { groups: GroupId[]; teachers: PersonId[] };

/** Who must offer together for whom: everything tied by a shared group or a shared teacher is one team. */
export function teamsOf(teaching: readonly { group: GroupId; teacher: PersonId | null }[]): Team[] {
	const teams: { groups: Set<GroupId>; teachers: Set<PersonId> }[] = [];
	for (const { group, teacher } of teaching) {
		const touched = teams.filter((team) => team.groups.has(group) || (teacher && team.teachers.has(teacher)));
		const merged = {
			groups: new Set([...touched.flatMap((team) => [...team.groups]), group]),
			teachers: new Set([...touched.flatMap((team) => [...team.teachers]), ...(teacher ? [teacher] : [])])
		};
		teams.splice(0, teams.length, ...teams.filter((team) => !touched.includes(team)), merged);
	}
	return teams.map((team) => ({ groups: [...team.groups], teachers: [...team.teachers] }));
}
