import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import { sayLanguage } from '#words/language-names.ts';
import { sayList } from '#words/lists.ts';
import { isSaid, pieces, type Channel, type Guess, type Piece, type Profile } from './profile.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

/** What a piece is called on the page of whose wish it is, and what helps to answer. */
export const pieceWords: Record<Piece, { label: Words; hint: Words; wish?: Words }> = {
	reads: { label: m.profile_piece_reads, hint: m.profile_piece_reads_hint },
	speaks: { label: m.profile_piece_speaks, hint: m.profile_piece_speaks_hint },
	readAloud: {
		label: m.profile_piece_read_aloud,
		hint: m.profile_piece_read_aloud_hint,
		wish: m.profile_piece_read_aloud_wish
	},
	pictures: {
		label: m.profile_piece_pictures,
		hint: m.profile_piece_pictures_hint,
		wish: m.profile_piece_pictures_wish
	},
	interpreter: { label: m.profile_piece_interpreter, hint: m.profile_piece_interpreter_hint },
	channel: { label: m.profile_piece_channel, hint: m.profile_piece_channel_hint },
	callWhen: { label: m.profile_piece_call_when, hint: m.profile_piece_call_when_hint },
	ownTalk: { label: m.profile_piece_own_talk, hint: m.profile_piece_own_talk_hint, wish: m.profile_piece_own_talk_wish }
};

export const channelWords: Record<Channel, Words> = {
	mail: m.profile_channel_mail,
	phone: m.profile_channel_phone,
	paper: m.profile_channel_paper
};

const channelSentences = {
	mail: m.profile_says_channel_mail,
	phone: m.profile_says_channel_phone,
	paper: m.profile_says_channel_paper
} satisfies Record<Channel, unknown>;

/** What somebody said, as a wish of theirs and in a sentence: never a word that says what they are. */
export function wishesInWords(profile: Profile, name: string, language: Language): string[] {
	const inWords = { locale: language } as const;
	const languages = (named: readonly string[]) =>
		sayList(
			named.map((one) => sayLanguage(one, language)),
			language
		);
	const sentences: Record<Piece, () => string> = {
		reads: () => m.profile_says_reads({ name, languages: languages(profile.reads) }, inWords),
		speaks: () => m.profile_says_speaks({ name, languages: languages(profile.speaks) }, inWords),
		readAloud: () => m.profile_says_read_aloud({ name }, inWords),
		pictures: () => m.profile_says_pictures({ name }, inWords),
		interpreter: () => m.profile_says_interpreter({ name, language: languages([profile.interpreter]) }, inWords),
		channel: () => channelSentences[profile.channel || 'mail']({ name }, inWords),
		callWhen: () => m.profile_says_call_when({ name, words: profile.callWhen }, inWords),
		ownTalk: () => m.profile_says_own_talk({ name }, inWords)
	};
	return pieces.filter((piece) => isSaid(profile, piece)).map((piece) => sentences[piece]());
}

/** The question to the guardian, about what school thought. */
export function guessInWords({ piece, language }: Guess, reader: Language): string {
	const words = { speaks: m.profile_guess_speaks, interpreter: m.profile_guess_interpreter }[piece];
	return words({ language: sayLanguage(language, reader) }, { locale: reader });
}

/** To staff a guess is something to ask, not something to know. */
export function questionInWords({ piece, language }: Guess, name: string, reader: Language): string {
	const words = { speaks: m.profile_ask_speaks, interpreter: m.profile_ask_interpreter }[piece];
	return words({ name, language: sayLanguage(language, reader) }, { locale: reader });
}
