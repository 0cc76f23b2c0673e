import type { Pace } from '#modules/cycle/wishes/pace.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay, asTime, momentOf } from '#platform/time.ts';
import { places, type Place } from './offer.ts';
import { quarter, type Cell } from './paint.ts';

export type NewBlock = { startsAt: Date; endsAt: Date; location: string | null; places: Place[] };

export type BlockField = 'day' | 'from' | 'to' | 'location' | 'places';
export type BlockFault =
	'day-missing' | 'from-missing' | 'to-missing' | 'to-before-from' | 'places-missing' | 'location-missing';
export type BlockFaults = Partial<Record<BlockField, BlockFault>>;

/** What was painted on the grid and wiped from it, and how and where one talks in what is new. */
export type NewPaint = { paint: Cell[]; wipe: Cell[]; location: string | null; places: Place[] };

/** Three months of quarters, whole days: more than any grid holds. */
const mostCells = 9000;

/** A form becomes paint, or a fault for each field that has one. Who only wipes names no room. */
export function parsePaint(form: FormData): Outcome<NewPaint, 'faults'> & { faults?: BlockFaults } {
	const [paint, wipe] = ['paint', 'wipe'].map((name) => cellsIn(form.get(name))) as [Cell[], Cell[]];
	const { location, places, faults } = mannerIn(form, 'paint-');
	if (paint.length && Object.keys(faults).length) return { ...no('faults'), faults };
	return ok({ paint, wipe, location, places });
}

/** Whether the numbers make sense, the rule says. */
export function parsePace(form: FormData): Pace {
	const number = (name: keyof Pace) => Number(form.get(name) || Number.NaN);
	return { maxRun: number('maxRun'), breakMinutes: number('breakMinutes'), maxPerDay: number('maxPerDay') };
}

function cellsIn(text: FormDataEntryValue | null): Cell[] {
	const named = String(text ?? '')
		.split(',')
		.slice(0, mostCells);
	return named.flatMap((one) => {
		const [day, time] = [asDay(one.slice(0, 10)), asTime(one.slice(11))];
		return day && time && Number(time.slice(3)) % quarter === 0 ? [`${day} ${time}` as const] : [];
	});
}

function mannerIn(form: FormData, named = '') {
	const location = String(form.get(`${named}location`) ?? '')
		.trim()
		.replace(/\s+/g, ' ')
		.slice(0, 60);
	const chosen = places.filter((place) => form.getAll(`${named}places`).includes(place));
	const faults: BlockFaults = {};
	if (!chosen.length) faults.places = 'places-missing';
	if (chosen.includes('school') && !location) faults.location = 'location-missing';
	return { location: location || null, places: chosen, faults };
}

/** A form becomes a block, or a fault for each field that has one. */
export function parseBlock(form: FormData): Outcome<NewBlock, 'faults'> & { faults?: BlockFaults } {
	const day = asDay(form.get('day'));
	const from = asTime(form.get('from'));
	const to = asTime(form.get('to'));
	const { location, places, faults } = mannerIn(form);
	if (!day) faults.day = 'day-missing';
	if (!from) faults.from = 'from-missing';
	if (!to) faults.to = 'to-missing';
	if (from && to && to <= from) faults.to = 'to-before-from';

	if (Object.keys(faults).length || !day || !from || !to) return { ...no('faults'), faults };
	return ok({
		startsAt: momentOf(day, from),
		endsAt: momentOf(day, to),
		...{ location, places }
	});
}
