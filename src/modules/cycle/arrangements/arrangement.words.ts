import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { Move } from './arrangement.ts';
import type { Form, Initiative, Rhythm, Way } from './terms.ts';
import type { Starter } from './moment.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;
type About = { name: string; isReader: boolean };

export const formWords: Record<Form, Words> = {
	talk: m.arrangements_form_talk,
	'home-visit': m.arrangements_form_home_visit,
	phone: m.arrangements_form_phone,
	mail: m.arrangements_form_mail,
	'report-card': m.arrangements_form_report_card,
	presentation: m.arrangements_form_presentation
};

const timed: Partial<Record<Rhythm, Words>> = {
	report: m.arrangements_rhythm_report,
	year: m.arrangements_rhythm_year,
	'half-year': m.arrangements_rhythm_half_year,
	quarter: m.arrangements_rhythm_quarter
};

export function sayRhythm(rhythm: Rhythm, language: Language): string {
	const inWords = { locale: language };
	const count = Number(rhythm.slice('weeks-'.length));
	return timed[rhythm]?.({}, inWords) ?? m.arrangements_rhythm_weeks({ count }, inWords);
}

/** A form in its rhythm; at the report card says itself when. */
export function sayWay({ form, rhythm }: Way, language: Language): string {
	const name = formWords[form]({}, { locale: language });
	return form === 'report-card' ? name : `${name}, ${sayRhythm(rhythm, language)}`;
}

export function initiativeWords(initiative: Initiative, isReader: boolean): string {
	if (initiative === 'pupil' && isReader) return m.arrangements_initiative_pupil_yours();
	return initiativeLabels[initiative]();
}
const initiativeLabels: Record<Initiative, Words> = {
	'in-turn': m.arrangements_initiative_in_turn,
	school: m.arrangements_initiative_school,
	home: m.arrangements_initiative_home,
	pupil: m.arrangements_initiative_pupil
};

export function sayInitiative(initiative: Initiative, { name, isReader }: About, language: Language): string {
	const inWords = { locale: language };
	if (initiative === 'pupil')
		return isReader
			? m.arrangements_initiative_said_pupil_yours({}, inWords)
			: m.arrangements_initiative_said_pupil({ name }, inWords);
	const said = {
		'in-turn': m.arrangements_initiative_said_in_turn,
		school: m.arrangements_initiative_said_school,
		home: m.arrangements_initiative_said_home
	};
	return said[initiative]({}, inWords);
}

export const starterWords: Record<Starter, Words> = {
	school: m.arrangements_starts_school,
	home: m.arrangements_starts_home,
	pupil: m.arrangements_starts_pupil
};

export const didWords: Record<Move, (who: { name: string }, options?: { locale?: Language }) => string> = {
	propose: m.arrangements_did_propose,
	accept: m.arrangements_did_accept,
	change: m.arrangements_did_change,
	withdraw: m.arrangements_did_withdraw,
	suit: m.arrangements_did_suit,
	wish: m.arrangements_did_wish
};

/** What the page says after a move; `?gedaan=` in the address names it. */
export const doneWords: Record<Move | 'note' | 'takeBack', Words> = {
	propose: m.arrangements_done_propose,
	accept: m.arrangements_done_accept,
	change: m.arrangements_done_change,
	withdraw: m.arrangements_done_withdraw,
	suit: m.arrangements_done_suit,
	wish: m.arrangements_done_wish,
	note: m.arrangements_done_note,
	takeBack: m.arrangements_done_take_back
};
