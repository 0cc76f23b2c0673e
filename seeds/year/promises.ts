import type { Wording } from '#modules/agreements/agreement.ts';

/** Agreements that came out of start talks: whose, the words, and how far it is. */
export type Promised = {
	owner: 'home' | 'teacher';
	wording: Pick<Wording, 'what' | 'why' | 'rhythm'> & { how?: string };
	ends: 'accept' | 'wait' | 'decline' | 'done' | 'partly';
};

/** One for every few talks; most talks end without, and can be good talks. */
export const promises: readonly Promised[] = [
	{
		owner: 'teacher',
		wording: {
			what: 'zet twee rekenpuzzels klaar in het bakje bij het raam',
			why: '{naam} iets uitdagends heeft als het werk klaar is',
			rhythm: 'elke maandag'
		},
		ends: 'done'
	},
	{
		owner: 'home',
		wording: {
			what: 'vertellen {naam} op zondag wat er die week op school gebeurt',
			why: 'de maandag rustig begint',
			rhythm: 'elke zondag, na het eten'
		},
		ends: 'accept'
	},
	{
		owner: 'teacher',
		wording: {
			what: 'vraagt {naam} aan het begin van de dag om te helpen met klaarzetten',
			why: '{naam} rustig binnenkomt en meteen iets te doen heeft',
			rhythm: 'elke ochtend'
		},
		ends: 'accept'
	},
	{
		owner: 'home',
		wording: {
			what: 'kiezen samen met {naam} een boek in de bibliotheek',
			why: '{naam} thuis iets leest dat echt leuk is',
			rhythm: 'om de twee weken'
		},
		ends: 'wait'
	},
	{
		owner: 'home',
		wording: {
			what: 'oefenen de tafels met {naam} tijdens het koken of in de auto',
			why: '{naam} er minder lang over hoeft na te denken',
			rhythm: 'twee keer per week, vijf minuten'
		},
		ends: 'partly'
	},
	{
		owner: 'home',
		wording: {
			what: 'lezen elke avond een kwartier hardop met {naam}',
			why: 'het lezen vlotter gaat',
			rhythm: 'elke avond'
		},
		ends: 'decline'
	}
];
