/** How a teacher keeps it up in one round, in minutes: so many in a row, then a break, and no more than so many on a day. */
export type Pace = { maxRun: number; breakMinutes: number; maxPerDay: number };

/** What is suggested to who said nothing, and holds once they keep it: six talks of a quarter, ten minutes to breathe. */
export const usualPace: Pace = { maxRun: 90, breakMinutes: 10, maxPerDay: 240 };

const limits = { maxRun: [15, 480], breakMinutes: [5, 60], maxPerDay: [15, 720] } as const;

export function isPace(pace: Pace): boolean {
	return (Object.keys(limits) as (keyof Pace)[]).every(
		(each) => Number.isInteger(pace[each]) && limits[each][0] <= pace[each] && pace[each] <= limits[each][1]
	);
}
