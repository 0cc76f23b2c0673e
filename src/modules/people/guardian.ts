export const relations = [
	'father',
	'mother',
	'parent',
	'step-parent',
	'foster-parent',
	'guardian',
	'carer',
	'other'
] as const;
/** What an adult is to a child, as the school's administration has it. */
export type Relation = (typeof relations)[number];
