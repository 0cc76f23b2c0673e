import type { Language } from '#platform/ctx.ts';
import { sayDay } from '#words/dates.ts';
import { sayList } from '#words/lists.ts';
import * as m from '#words/compiled/messages.js';
import type { InputReason } from './agreement.input.ts';
import type { AgreementState, Closer, EvaluationOutcome, Move, NoteResult } from './agreement.ts';
import type { Card } from './card.ts';
import type { EvaluationRefusal } from './evaluation.ts';
import type { FollowUpRefusal } from './follow-up.ts';
import type { ProposalReason } from './handshakes.server.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;
export type AgreementReason = ProposalReason | FollowUpRefusal | EvaluationRefusal;

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
	'no-repair-asked': m.agreements_reason_no_repair_asked,
	'words-missing': m.agreements_reason_words_missing,
	'too-early': m.agreements_reason_too_early,
	'school-first': m.agreements_reason_school_first,
	'owner-first': m.agreements_reason_owner_first,
	'owner-decides': m.agreements_reason_owner_decides,
	'already-wished': m.agreements_reason_already_wished
};

/** Where on the form a refusal belongs; those without a field stand on top. */
export const fieldOfReason: Partial<Record<AgreementReason, string>> = {
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
	'no-date': m.agreements_input_no_date,
	'too-long': m.agreements_input_too_long
};

export const resultWords: Record<NoteResult, Words> = {
	done: m.agreements_result_done,
	partly: m.agreements_result_partly,
	not: m.agreements_result_not
};

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

export type Part = { text: string; weight: 'owner' | 'said' | 'plain' };
type Said = Pick<Card, 'owner' | 'wording'>;

/** The agreement as a sentence, in pieces, so that a card can stress who and what people wrote. */
export function partsOf({ owner, wording }: Said, language: Language): Part[] {
	const locale = { locale: language };
	const { what, why, rhythm, by, how, helpers } = wording;
	const said = (text: string): Part => ({ text, weight: 'said' });
	const plain = (text: string): Part => ({ text, weight: 'plain' });
	const until = rhythm ? m.agreements_until : m.agreements_before;
	return [
		{ text: ownerWords(owner, language), weight: 'owner' },
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
	const names = card.waitsFor === 'owner' ? ownerWords(card.owner, language) : card.proposer.name;
	return m.agreements_waits_other({ names }, locale);
}
