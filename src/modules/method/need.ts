/** What a child may need to reach a goal, as sentences to finish: about what it needs, not what it has or is (handbook §4.5). */
export const starters = [
	'instruction',
	'feedback',
	'tasks',
	'peers',
	'teacher',
	'parents',
	'support-teacher',
	'support-parents'
] as const;
export type Starter = (typeof starters)[number];
