import type { PersonId } from '#platform/ids.ts';
import { addDays, dayOf, type Day } from '#platform/time.ts';
import type { Told } from '#platform/told.ts';

export type ExportId = string & { readonly __export: never };
export const exportStates = ['waiting', 'making', 'ready', 'gone'] as const;
export type ExportState = (typeof exportStates)[number];

export const chapterKeys = [
	...([
		'person',
		'wishes',
		'circle',
		'guides',
		'works',
		'bookings',
		'contact',
		'talks',
		'development',
		'agreements',
		'lines',
		'says'
	] as const),
	...(['consent', 'authority', 'requests', 'checks', 'looks', 'invitations', 'messages', 'claims'] as const)
] as const;
export type ChapterKey = (typeof chapterKeys)[number];
/** What one room holds, as this reader may see it. */
export type Chapter = { key: ChapterKey; held: Told[] };
/** About whom: a child, or the reader. */
export type Subject = { person: PersonId; isPupil: boolean };

export const daysKept = 7;

export function lastDayOf(madeAt: Date): Day {
	return addDays(dayOf(madeAt), daysKept);
}
