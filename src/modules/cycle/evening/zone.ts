import type { LocationId } from '#modules/cycle/offer.ts';

/** A room at school as a visitor looks for it: in which part of the building, and how to get there from its door. */
export type Location = { id: LocationId; name: string; zone: string; direction: string };

/** How far it is at this school: minutes between rooms of one part of the building, and of two; and where one waits. */
export type Walking = { near: number; far: number; waiting: string };

/** Until the office says otherwise. */
export const usualWalking: Walking = { near: 2, far: 5, waiting: '' };

export const mostNear = 15;
export const mostFar = 30;

/** Minutes on foot. A room of which nobody said where it is counts as a part of its own. */
export function minutesOnFoot(
	{ near, far }: Pick<Walking, 'near' | 'far'>,
	from: Pick<Location, 'id' | 'zone'> | null,
	to: Pick<Location, 'id' | 'zone'> | null
): number {
	if (!from || !to || from.id === to.id) return 0;
	return from.zone === to.zone ? near : far;
}

/** The parts of the building as a table for the planner: `walk[from][to]` in minutes, and in which of them each room is. */
export type Zones = { names: string[]; walk: number[][]; of: Map<LocationId, number> };

export function zonesOf(locations: readonly Location[], { near, far }: Pick<Walking, 'near' | 'far'>): Zones {
	const names = [...new Set(locations.map(({ zone }) => zone))];
	if (!names.length) names.push('');
	return {
		names,
		walk: names.map((from) => names.map((to) => (from === to ? near : far))),
		of: new Map(locations.map(({ id, zone }) => [id, names.indexOf(zone)]))
	};
}
