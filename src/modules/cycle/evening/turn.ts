import { leastWait } from './route.ts';
import { hasBegun, type Stop } from './stop.ts';

/** What stands on a teacher’s list of an evening: a talk, or time between two. */
export type Turn<S extends Stop = Stop> = { talk: S } | { talk: null; from: Date; to: Date; minutes: number };

/** The talks in order, and every pause between them that is long enough to be one. */
export function turnsOf<S extends Stop>(stops: readonly S[]): Turn<S>[] {
	const ordered = stops.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
	return ordered.flatMap((talk, at): Turn<S>[] => {
		const [from, to] = [ordered[at - 1]?.endsAt ?? talk.startsAt, talk.startsAt];
		const minutes = Math.round((to.getTime() - from.getTime()) / 60_000);
		return [...(minutes >= leastWait ? [{ talk: null, from, to, minutes }] : []), { talk }];
	});
}

/** Who sits at the table, and who comes after: by what was tapped, and by the clock where nobody taps. */
export function atTheDoor<S extends Stop>(stops: readonly S[], late: number, now: Date): { now?: S; next?: S } {
	const ordered = stops.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
	const isOver = ({ heldAt, endsAt }: S) => heldAt !== null || endsAt.getTime() + late * 60_000 <= now.getTime();
	const open = ordered.filter((stop) => !isOver(stop));
	const first = open[0];
	const sits = first && (hasBegun(first) || first.startsAt.getTime() + late * 60_000 <= now.getTime());
	return sits ? { now: first, next: open[1] } : { next: first };
}
