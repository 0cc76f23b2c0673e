import type { PersonId } from '#platform/ids.ts';

export type WallTime = { teacher: PersonId; startsAt: Date; endsAt: Date; location: string | null };
/** A line on the screen in the hall: who, where, whether somebody sits there now, and when the next talks begin. */
export type WallLine = {
	teacher: string;
	location: string | null;
	/** Until when they talk; without it nobody is there now. */
	busyUntil: Date | null;
	next: Date[];
};

const mostNext = 3;
const collator = new Intl.Collator('nl', { numeric: true });

/** What the screen shows now of one day: teachers with a talk that is not over, the first at the top. No child, no family. */
export function wallOf(times: readonly WallTime[], names: ReadonlyMap<PersonId, string>, now: Date): WallLine[] {
	const coming = times.filter(({ endsAt }) => endsAt > now);
	const lines = [...Map.groupBy(coming, ({ teacher }) => teacher)].map(([teacher, own]): WallLine => {
		const ordered = own.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
		const busy = ordered.find(({ startsAt }) => startsAt <= now);
		const later = ordered.filter(({ startsAt }) => startsAt > now);
		const at = busy ?? ordered[0]!;
		return {
			teacher: names.get(teacher) ?? '',
			location: at.location,
			busyUntil: busy?.endsAt ?? null,
			next: later.slice(0, mostNext).map(({ startsAt }) => startsAt)
		};
	});
	return lines.sort(
		(a, b) => collator.compare(a.location ?? '', b.location ?? '') || collator.compare(a.teacher, b.teacher)
	);
}
