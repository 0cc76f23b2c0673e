import type { Language } from '#platform/ctx.ts';
import type { PictureName } from '#ui/pictures.ts';
import * as m from '#words/compiled/messages.js';
import type { Errors, InputReason } from './agreement.input.ts';
import type { AgreementState, Closer, EvaluationOutcome, Move, NoteResult } from './agreement.ts';
import type { CalendarReason } from './calendars.server.ts';
import type { EvaluationRefusal } from './evaluation.ts';
import type { FollowUpRefusal } from './follow-up.ts';
import type { ProposalReason } from './handshakes.server.ts';
import type { FormName, Hint } from './wording.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;
export type AgreementReason = ProposalReason | FollowUpRefusal | EvaluationRefusal | CalendarReason;

export const stateWords: Record<AgreementState, Words> = {
	proposed: m.agreements_state_proposed,
	adapted: m.agreements_state_adapted,
	agreed: m.agreements_state_agreed,
	declined: m.agreements_state_declined,
	withdrawn: m.agreements_state_withdrawn,
	ended: m.agreements_state_ended
};

/** What stands on the button. */
export const moveWords: Record<Move, Words> = {
	propose: m.agreements_move_propose,
	accept: m.agreements_move_accept,
	adapt: m.agreements_move_adapt,
	askTime: m.agreements_move_ask_time,
	decline: m.agreements_move_decline,
	adopt: m.agreements_move_adopt,
	withdraw: m.agreements_move_withdraw,
	note: m.agreements_move_note,
	takeBack: m.agreements_move_take_back,
	repair: m.agreements_move_repair,
	remind: m.agreements_move_remind,
	wishEarlier: m.agreements_move_wish_earlier,
	lookBack: m.agreements_move_look_back,
	evaluate: m.agreements_move_evaluate
};

export const reasonWords: Record<AgreementReason, Words> = {
	missing: m.agreements_reason_missing,
	refused: m.agreements_reason_refused,
	changed: m.agreements_reason_changed,
	'wrong-state': m.agreements_reason_wrong_state,
	'reason-missing': m.agreements_reason_reason_missing,
	'date-past': m.agreements_reason_date_past,
	'evaluation-past': m.agreements_reason_evaluation_past,
	'evaluation-early': m.agreements_reason_evaluation_early,
	'hidden-from-owner': m.agreements_reason_hidden_from_owner,
	'owner-unknown': m.agreements_reason_owner_unknown,
	'just-reminded': m.agreements_reason_just_reminded,
	'reminds-not': m.agreements_reason_reminds_not,
	'another-form': m.agreements_reason_another_form,
	'no-repair-asked': m.agreements_reason_no_repair_asked,
	'words-missing': m.agreements_reason_words_missing,
	'nothing-told': m.agreements_reason_nothing_told,
	'too-early': m.agreements_reason_too_early,
	'school-first': m.agreements_reason_school_first,
	'owner-first': m.agreements_reason_owner_first,
	'owner-decides': m.agreements_reason_owner_decides,
	'already-wished': m.agreements_reason_already_wished,
	'no-days': m.agreements_reason_no_days
};

/** Where on the form a refusal belongs; those without a field stand on top. */
const fieldOfReason: Partial<Record<AgreementReason, string>> = {
	'reason-missing': 'words',
	'words-missing': 'words',
	'date-past': 'by',
	'evaluation-past': 'evaluateOn',
	'evaluation-early': 'evaluateOn',
	'hidden-from-owner': 'audience',
	'owner-unknown': 'owner'
};

export const inputWords: Record<InputReason, Words> = {
	'missing-what': m.agreements_input_missing_what,
	'missing-why': m.agreements_input_missing_why,
	'missing-when': m.agreements_input_missing_when,
	'missing-owner': m.agreements_input_missing_owner,
	'missing-date': m.agreements_input_missing_date,
	'missing-choice': m.agreements_input_missing_choice,
	'missing-closer': m.agreements_input_missing_closer,
	'missing-wants': m.agreements_input_missing_wants,
	'missing-days': m.agreements_input_missing_days,
	'missing-times': m.agreements_input_missing_times,
	'no-time': m.agreements_input_no_time,
	'no-minutes': m.agreements_input_no_minutes,
	'no-date': m.agreements_input_no_date,
	'too-long': m.agreements_input_too_long
};

/** Why not: beside the field that can mend it, or on top of the page. */
export function whyNot(
	reason: AgreementReason,
	language: Language
): { errors: Record<string, string>; message?: string } {
	const sentence = reasonWords[reason]({}, { locale: language });
	const field = fieldOfReason[reason];
	return field ? { errors: { [field]: sentence } } : { errors: {}, message: sentence };
}

/** What is off, field by field. */
export function whatIsOff(errors: Errors, language: Language): { errors: Record<string, string> } {
	const sentences = Object.entries(errors).map(([field, reason]) => [
		field,
		inputWords[reason]({}, { locale: language })
	]);
	return { errors: Object.fromEntries(sentences) };
}

export const resultWords: Record<NoteResult, Words> = {
	done: m.agreements_result_done,
	partly: m.agreements_result_partly,
	not: m.agreements_result_not
};

/** A plant that grows: none of the three is a mark. */
export const resultPictures: Record<NoteResult, PictureName> = { done: 'bloom', partly: 'sprout', not: 'seed' };

export const outcomeWords: Record<EvaluationOutcome, Words> = {
	continue: m.agreements_outcome_continue,
	change: m.agreements_outcome_change,
	stop: m.agreements_outcome_stop
};

export const closerWords: Record<Closer, Words> = {
	yes: m.agreements_closer_yes,
	'a-little': m.agreements_closer_a_little,
	'not-yet': m.agreements_closer_not_yet
};

/** What the page says after a move; `?gedaan=` in the address names it. */
export const doneWords: Record<Move | 'replace' | 'putInCalendar' | 'noteFor', Words> = {
	propose: m.agreements_done_propose,
	accept: m.agreements_done_accept,
	adapt: m.agreements_done_adapt,
	askTime: m.agreements_done_ask_time,
	decline: m.agreements_done_decline,
	adopt: m.agreements_done_adopt,
	withdraw: m.agreements_done_withdraw,
	note: m.agreements_done_note,
	noteFor: m.agreements_done_note_for,
	takeBack: m.agreements_done_take_back,
	repair: m.agreements_done_repair,
	remind: m.agreements_done_remind,
	wishEarlier: m.agreements_done_wish_earlier,
	lookBack: m.agreements_done_look_back,
	evaluate: m.agreements_done_evaluate,
	replace: m.agreements_done_replace,
	putInCalendar: m.agreements_done_put_in_calendar
};

/** What stands in the history. */
export const didWords: Record<Move, (who: { name: string }) => string> = {
	propose: m.agreements_did_propose,
	accept: m.agreements_did_accept,
	adapt: m.agreements_did_adapt,
	askTime: m.agreements_did_ask_time,
	decline: m.agreements_did_decline,
	adopt: m.agreements_did_adopt,
	withdraw: m.agreements_did_withdraw,
	note: m.agreements_did_note,
	takeBack: m.agreements_did_take_back,
	repair: m.agreements_did_repair,
	remind: m.agreements_did_remind,
	wishEarlier: m.agreements_did_wish_earlier,
	lookBack: m.agreements_did_look_back,
	evaluate: m.agreements_did_evaluate
};

export const hintWords: Record<Hint, Words> = {
	specific: m.agreements_hint_specific,
	visible: m.agreements_hint_visible,
	dated: m.agreements_hint_dated,
	small: m.agreements_hint_small
};

/** Each form with what it puts in the sentence of a home. */
export const formWords: Record<FormName, { label: Words; what: Words }> = {
	audio: { label: m.agreements_form_audio, what: m.agreements_form_audio_what },
	telling: { label: m.agreements_form_telling, what: m.agreements_form_telling_what },
	games: { label: m.agreements_form_games, what: m.agreements_form_games_what },
	shopping: { label: m.agreements_form_shopping, what: m.agreements_form_shopping_what },
	reading: { label: m.agreements_form_reading, what: m.agreements_form_reading_what }
};
