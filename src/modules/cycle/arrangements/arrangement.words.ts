import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { ArrangementReason } from './arrangements.server.ts';
import type { Errors, InputReason } from './arrangement.input.ts';
import type { Form, Initiative, Move, Rhythm, Way } from './arrangement.ts';
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

export const reasonWords: Record<ArrangementReason, Words> = {
	missing: m.arrangements_reason_missing,
	refused: m.arrangements_reason_refused,
	changed: m.arrangements_reason_changed,
	'wrong-state': m.arrangements_reason_wrong_state,
	'until-past': m.arrangements_reason_until_past,
	'until-late': m.arrangements_reason_until_late,
	'nobody-takes-part': m.arrangements_reason_nobody_takes_part
};

const inputWords: Record<InputReason, Words> = {
	'missing-ways': m.arrangements_input_missing_ways,
	'missing-until': m.arrangements_input_missing_until,
	'too-long': m.arrangements_input_too_long
};

/** Where on the form a refusal belongs; those without a field stand on top. */
const fieldOf: Partial<Record<ArrangementReason, string>> = {
	'until-past': 'until',
	'until-late': 'until',
	'nobody-takes-part': 'people'
};

export function whyNot(reason: ArrangementReason, language: Language) {
	const sentence = reasonWords[reason]({}, { locale: language });
	const field = fieldOf[reason];
	return field ? { errors: { [field]: sentence } } : { errors: {}, message: sentence };
}

export function whatIsOff(errors: Errors, language: Language): { errors: Record<string, string> } {
	const sentences = Object.entries(errors).map(([field, reason]) => [
		field,
		inputWords[reason]({}, { locale: language })
	]);
	return { errors: Object.fromEntries(sentences) };
}
