/** *De trein van boos naar middel*: behind anger or grief a worry, behind it a wish; wish, goal, activities (handbook §4.6). */
export const carriages = ['anger', 'worry', 'wish', 'goal', 'activities'] as const;
export type Carriage = (typeof carriages)[number];

/** The ideas of the last carriage, one a line; marks before a line are left out. */
export function ideasIn(activities: string): string[] {
	return activities
		.split('\n')
		.map((line) => line.replace(/^\s*(?:[-–•*]|\d+[.)])\s*/, '').trim())
		.filter(Boolean);
}
