import { columns, type Column } from './guardian-columns.ts';

/** Of whom in the row: a wide list has two guardians of a pupil beside each other. */
export const places = [1, 2] as const;
export type Place = (typeof places)[number];

/** What a column of theirs may hold of one guardian: a column of ours, or the whole name in one. */
export type Part = Column | 'naam';
/** What each of their columns can be. The pupil is said once for the row. */
export type Slot = Part | `2.${Exclude<Part, 'leerling_key'>}`;

export const parts = [...columns, 'naam'] as const satisfies readonly Part[];
export const slots: readonly Slot[] = places.flatMap((place) =>
	parts.flatMap((part) => (place === 2 && part === 'leerling_key' ? [] : [slotOf(part, place)]))
);

export function slotOf(part: Part, place: Place): Slot {
	return place === 1 || part === 'leerling_key' ? part : `2.${part}`;
}

export function partOf(slot: Slot): { part: Part; place: Place } {
	return slot.startsWith('2.') ? { part: slot.slice(2) as Part, place: 2 } : { part: slot as Part, place: 1 };
}
