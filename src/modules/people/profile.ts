/** How somebody likes to hear from school. */
export const channels = ['mail', 'phone', 'paper'] as const;
export type Channel = (typeof channels)[number];

/** Languages to choose from, as BCP 47 has them; dialects count (handbook §2). Others come from the administration. */
export const spoken = [
	...['nl', 'ar', 'ary', 'bg', 'ckb', 'de', 'en', 'es', 'fa', 'fr', 'fy', 'hi', 'kmr', 'li', 'nds', 'pap', 'pl', 'ps'],
	...['pt', 'rif', 'ro', 'ru', 'so', 'srn', 'ti', 'tr', 'uk', 'ur', 'vi', 'zgh', 'zh']
] as const;

/** What a guardian wishes in the contact with school; nothing said is the empty value. Never a label (handbook §2). */
export type Profile = {
	/** Languages I like to read, the dearest first. */
	reads: string[];
	speaks: string[];
	readAloud: boolean;
	pictures: boolean;
	/** The language of the interpreter; '' for none. */
	interpreter: string;
	channel: Channel | '';
	/** In own words: when I like to be called. */
	callWhen: string;
	/** Apart from the other home. */
	ownTalk: boolean;
};

/** One thing that is said, saved and taken back by itself. */
export type Piece = keyof Profile;

export const nothingSaid: Profile = {
	reads: [],
	speaks: [],
	readAloud: false,
	pictures: false,
	interpreter: '',
	channel: '',
	callWhen: '',
	ownTalk: false
};

export const pieces = Object.keys(nothingSaid) as Piece[];

export function isSaid(profile: Profile, piece: Piece): boolean {
	const value = profile[piece];
	return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** What the administration thinks and only the guardian knows. */
export type AdministrationsView = { homeLanguage: string | null; interpreter: boolean };
export type Guess = { piece: 'speaks' | 'interpreter'; language: string };

/** What school thought and nobody has answered yet: at most a question to the guardian, never a wish. */
export function guessesFor(
	profile: Profile,
	answered: readonly string[],
	view: AdministrationsView | undefined
): Guess[] {
	const language = view?.homeLanguage ?? '';
	const open = (piece: Guess['piece']) => !answered.includes(piece) && !isSaid(profile, piece);
	return [
		...(language && language !== 'nl' && open('speaks') ? [{ piece: 'speaks', language } as const] : []),
		...(view?.interpreter && language && open('interpreter') ? [{ piece: 'interpreter', language } as const] : [])
	];
}

/** The wish that a guess becomes when the guardian says it is right. */
export function asWish({ piece, language }: Guess): Partial<Profile> {
	return piece === 'speaks' ? { speaks: [language] } : { interpreter: language };
}
