import type { Language } from '#platform/ctx.ts';
import { sayFirst } from '#words/capitals.ts';
import type { PictureName } from '#ui/pictures.ts';
import { sayDay } from '#words/dates.ts';
import { sayList } from '#words/lists.ts';
import * as m from '#words/compiled/messages.js';
import type { Move } from './agreement.ts';
import { stateWords } from './agreement.words.ts';
import { sayRhythm } from './cadence.words.ts';
import type { Card } from './card.ts';

export type Part = { text: string; weight: 'owner' | 'said' | 'plain' };
type Said = Pick<Card, 'owner' | 'wording'>;

/** The agreement as a sentence, in pieces, so that a card can stress who and what people wrote. */
export function partsOf({ owner, wording }: Said, language: Language): Part[] {
	const locale = { locale: language };
	const { what, why, by, how, helpers } = wording;
	const rhythm = sayRhythm(wording, language);
	const said = (text: string): Part => ({ text, weight: 'said' });
	const plain = (text: string): Part => ({ text, weight: 'plain' });
	const until = rhythm ? m.agreements_until : m.agreements_before;
	return [
		{ text: sayFirst(ownerWords(owner, language), language), weight: 'owner' },
		plain(' '),
		said(what),
		...(rhythm ? [plain(', '), said(rhythm)] : []),
		plain(`, ${m.agreements_so_that({}, locale)} `),
		said(why),
		plain('.'),
		...(by ? [plain(` ${until({}, locale)} `), said(sayDay(by, language)), plain('.')] : []),
		...(how ? [plain(` ${m.agreements_this_way({}, locale)} `), said(how), plain('.')] : []),
		...(helpers ? [plain(` ${m.agreements_with_help({}, locale)} `), said(helpers), plain('.')] : [])
	];
}

export function sentenceOf(card: Said, language: Language): string {
	return partsOf(card, language)
		.map(({ text }) => text)
		.join('');
}

/** A home is always more than one, since the child is among them: one verb form fits every owner of that kind. */
export function ownerWords({ names, home, isReader }: Card['owner'], language: Language): string {
	if (!home) return sayList(names, language);
	return isReader
		? m.agreements_home_yours({}, { locale: language })
		: m.agreements_home({ names: sayList(names, language) }, { locale: language });
}

/** The word beside the shape on a card. */
export function voiceWords(
	{ voice, owner, beside }: Pick<Card, 'voice' | 'owner' | 'beside'>,
	language: Language
): string {
	const locale = { locale: language };
	const [name = ''] = owner.names;
	if (beside) return m.agreements_of({ name: beside }, locale);
	if (owner.isReader) return owner.home ? m.agreements_of_you_all({}, locale) : m.agreements_of_you({}, locale);
	if (voice === 'home') return m.agreements_voice_home({}, locale);
	return voice === 'school' ? m.agreements_voice_school({}, locale) : name;
}

/** Where it stands: for whom it waits, or its state. */
export function standingWords(card: Card, language: Language): string {
	const locale = { locale: language };
	if (card.waitsFor === 'me') return m.agreements_waits_me({}, locale);
	if (card.asksTime) return m.agreements_asks_time({}, locale);
	if (!card.waitsFor) return stateWords[card.state]({}, locale);
	if (card.waitsFor === 'owner' && card.owner.home) return m.agreements_waits_home({}, locale);
	const names = card.waitsFor === 'owner' ? ownerWords(card.owner, language) : card.proposer.name;
	return m.agreements_waits_other({ names }, locale);
}

/** Where it stands, for who likes a drawing beside the words. */
export function standingPicture(card: Pick<Card, 'state' | 'waitsFor' | 'asksTime'>): PictureName {
	if (card.asksTime) return 'clock';
	if (card.waitsFor) return 'ask';
	return card.state === 'agreed' ? 'agreement' : 'paper';
}

/** The answers one presses, each with its drawing. */
export const movePictures: Partial<Record<Move, PictureName>> = {
	accept: 'yes',
	decline: 'no',
	askTime: 'clock',
	adapt: 'other-words'
};
