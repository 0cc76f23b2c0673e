import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { WaitsFor } from './card.ts';
import type { ConsentField, Errors } from './consent.input.ts';
import type { ConsentState, Move } from './consent.ts';
import type { ConsentReason } from './consents.server.ts';
import type { PurposeKey, PurposeText } from './purpose.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;
type WordsWithName = (inputs: { name: string }, options?: { locale?: Language }) => string;

export const stateWords: Record<ConsentState | 'over', Words> = {
	asked: m.consent_state_asked,
	given: m.consent_state_given,
	declined: m.consent_state_declined,
	withdrawn: m.consent_state_withdrawn,
	dropped: m.consent_state_dropped,
	ended: m.consent_state_ended,
	over: m.consent_state_over
};

export const moveWords: Record<Move, Words> = {
	ask: m.consent_move_ask,
	say: m.consent_move_say,
	give: m.consent_move_give,
	decline: m.consent_move_decline,
	withdraw: m.consent_move_withdraw,
	drop: m.consent_move_drop,
	end: m.consent_move_end
};

export const didWords: Record<Move, WordsWithName> = {
	ask: m.consent_did_ask,
	say: m.consent_did_say,
	give: m.consent_did_give,
	decline: m.consent_did_decline,
	withdraw: m.consent_did_withdraw,
	drop: m.consent_did_drop,
	end: m.consent_did_end
};

/** What the page says after a move; `?gedaan=` in the address names it. */
export const doneWords: Record<Move | 'addPurpose' | 'retirePurpose', Words> = {
	ask: m.consent_done_ask,
	say: m.consent_done_say,
	give: m.consent_done_give,
	decline: m.consent_done_decline,
	withdraw: m.consent_done_withdraw,
	drop: m.consent_done_drop,
	end: m.consent_done_end,
	addPurpose: m.consent_done_add,
	retirePurpose: m.consent_done_retire
};

export const waitsWords: Record<Exclude<WaitsFor, 'me'>, WordsWithName> = {
	pupil: m.consent_waits_pupil,
	homes: (_, options) => m.consent_waits_homes({}, options),
	school: (_, options) => m.consent_waits_school({}, options)
};

export const reasonWords: Record<ConsentReason, Words> = {
	missing: m.consent_reason_missing,
	refused: m.consent_reason_refused,
	'wrong-state': m.consent_reason_wrong_state,
	over: m.consent_reason_over,
	'words-missing': m.consent_reason_words_missing,
	'until-past': m.consent_reason_until_past,
	'until-late': m.consent_reason_until_late
};

const missingWords: Record<ConsentField, Words> = {
	title: m.consent_missing_title,
	what: m.consent_missing_what,
	why: m.consent_missing_why,
	readers: m.consent_missing_readers,
	until: m.consent_missing_until,
	givenName: m.consent_missing_given,
	surname: m.consent_missing_surname,
	email: m.consent_missing_email
};

/** What is off, field by field. */
export function whatIsOff(errors: Errors, language: Language) {
	const off = Object.keys(errors) as ConsentField[];
	return { errors: Object.fromEntries(off.map((field) => [field, missingWords[field]({}, { locale: language })])) };
}

/** Why not: beside the last day when that is what can be mended, or on top of the page. */
export function whyNot(
	reason: ConsentReason,
	language: Language
): { errors: Record<string, string>; message?: string } {
	const sentence = reasonWords[reason]({}, { locale: language });
	if (reason === 'until-past' || reason === 'until-late') return { errors: { until: sentence } };
	return reason === 'words-missing' ? { errors: { words: sentence } } : { errors: {}, message: sentence };
}

export const purposeWords: Record<PurposeKey, Words> = {
	professional: m.consent_purpose_professional,
	organisation: m.consent_purpose_organisation,
	picture: m.consent_purpose_picture,
	transfer: m.consent_purpose_transfer,
	referral: m.consent_purpose_referral,
	own: m.consent_purpose_own
};

/** What the form begins with, in Dutch as school writes to families; staff fit it to the child. */
export function textOf(purpose: PurposeKey): PurposeText {
	const nl = (words: Words) => words({}, { locale: 'nl' });
	const [what, why, readers] = begins[purpose] ?? [];
	if (!what || !why || !readers) return { title: '', what: '', why: '', readers: '' };
	return { title: nl(purposeWords[purpose]), what: nl(what), why: nl(why), readers: nl(readers) };
}

const begins: Partial<Record<PurposeKey, [Words, Words, Words]>> = {
	professional: [
		m.consent_purpose_professional_what,
		m.consent_purpose_professional_why,
		m.consent_purpose_professional_readers
	],
	organisation: [
		m.consent_purpose_organisation_what,
		m.consent_purpose_organisation_why,
		m.consent_purpose_organisation_readers
	],
	picture: [m.consent_purpose_picture_what, m.consent_purpose_picture_why, m.consent_purpose_picture_readers],
	transfer: [m.consent_purpose_transfer_what, m.consent_purpose_transfer_why, m.consent_purpose_transfer_readers],
	referral: [m.consent_purpose_referral_what, m.consent_purpose_referral_why, m.consent_purpose_referral_readers]
};
