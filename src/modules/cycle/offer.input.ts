import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay, asTime, momentOf } from '#platform/time.ts';
import { places, type Place } from './offer.ts';

export type NewBlock = { startsAt: Date; endsAt: Date; location: string | null; places: Place[] };

export type BlockField = 'day' | 'from' | 'to' | 'location' | 'places';
export type BlockFault =
	'day-missing' | 'from-missing' | 'to-missing' | 'to-before-from' | 'places-missing' | 'location-missing';
export type BlockFaults = Partial<Record<BlockField, BlockFault>>;

/** A form becomes a block, or a fault for each field that has one. */
export function parseBlock(form: FormData): Outcome<NewBlock, 'faults'> & { faults?: BlockFaults } {
	const day = asDay(form.get('day'));
	const from = asTime(form.get('from'));
	const to = asTime(form.get('to'));
	const location = String(form.get('location') ?? '')
		.trim()
		.replace(/\s+/g, ' ')
		.slice(0, 60);
	const chosen = places.filter((place) => form.getAll('places').includes(place));

	const faults: BlockFaults = {};
	if (!day) faults.day = 'day-missing';
	if (!from) faults.from = 'from-missing';
	if (!to) faults.to = 'to-missing';
	if (from && to && to <= from) faults.to = 'to-before-from';
	if (!chosen.length) faults.places = 'places-missing';
	if (chosen.includes('school') && !location) faults.location = 'location-missing';

	if (Object.keys(faults).length || !day || !from || !to) return { ...no('faults'), faults };
	return ok({
		startsAt: momentOf(day, from),
		endsAt: momentOf(day, to),
		location: location || null,
		places: chosen
	});
}
