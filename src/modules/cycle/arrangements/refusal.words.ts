import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { ArrangementReason } from './arrangements.server.ts';
import type { Errors, InputReason } from './arrangement.input.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

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
