import type { ConversationId } from '#platform/ids.ts';
import { agendaOf, type Entry, type EntryId } from './entry.ts';

/** Where a point stands among the others; `leftAt`: nobody got to it, `carriedTo`: it went along to that talk. */
export type Place = { entry: EntryId; place: number | null; leftAt: Date | null; carriedTo: ConversationId | null };

/** The points in the order that was chosen; one that was added since comes last, the first said first. */
export function inOrder<T extends Pick<Entry, 'id' | 'section'>>(entries: readonly T[], places: readonly Place[]): T[] {
	const at = new Map(places.map(({ entry, place }) => [entry, place ?? Infinity]));
	const of = ({ id }: T) => at.get(id) ?? Infinity;
	return entries.filter(({ section }) => section === 'point').toSorted((a, b) => (of(a) === of(b) ? 0 : of(a) - of(b)));
}

/** The same points, with one put before another, or last. Undefined: one of the two stands there no more. */
export function putBefore(order: readonly EntryId[], entry: EntryId, before: EntryId | null): EntryId[] | undefined {
	if (!order.includes(entry) || (before && !order.includes(before))) return undefined;
	if (entry === before) return [...order];
	const rest = order.filter((each) => each !== entry);
	const at = before ? rest.indexOf(before) : rest.length;
	return rest.toSpliced(at, 0, entry);
}

/** What is left of the agenda of this talk, with its minutes; and what goes along to a next one. */
export function agendaIn(entries: readonly Entry[], places: readonly Place[], length: number) {
	const left = new Map(places.filter(({ leftAt }) => leftAt).map((place) => [place.entry, place]));
	const points = inOrder(entries, places);
	return {
		...agendaOf(
			points.filter(({ id }) => !left.has(id)),
			length
		),
		left: points.flatMap((point) => {
			const place = left.get(point.id);
			return place ? [{ ...point, carriedTo: place.carriedTo }] : [];
		})
	};
}
export type Agenda = ReturnType<typeof agendaIn>;
