/** Feelings that say nothing about what another did; to choose from, never to be chosen for somebody (handbook §4.6). */
export const feelings = [
	'sad',
	'angry',
	'scared',
	'worried',
	'unsure',
	'lonely',
	'tired',
	'disappointed',
	'ashamed',
	'powerless',
	'frustrated',
	'startled',
	'tense',
	'confused',
	'glad',
	'relieved',
	'hopeful',
	'grateful',
	'proud',
	'calm'
] as const;
export type Feeling = (typeof feelings)[number];

/** What everybody needs, whoever they are: no person, no means, no time in it. */
export const universals = [
	'seen',
	'heard',
	'respect',
	'trust',
	'safety',
	'clarity',
	'honesty',
	'rest',
	'belonging',
	'support',
	'understanding',
	'appreciation',
	'freedom',
	'equality',
	'togetherness',
	'growth'
] as const;
export type Universal = (typeof universals)[number];
