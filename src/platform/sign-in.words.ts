import type { Language } from './ctx.ts';
import * as m from '#words/compiled/messages.js';

/** Why nobody was let in, as a sentence. */
export const signInReasonWords = {
	'wrong-code': m.welcome_wrong_code,
	'wrong-link': m.welcome_wrong_link,
	'too-many': m.welcome_too_many,
	'email-missing': m.welcome_email_missing,
	'wrong-passkey': m.sign_in_wrong_passkey,
	'too-many-passkeys': m.sign_in_too_many_passkeys,
	'wrong-app-code': m.sign_in_wrong_app_code,
	'offer-over': m.sign_in_offer_over,
	'provider-down': m.sign_in_provider_down,
	'provider-refused': m.sign_in_provider_refused,
	'not-here': m.sign_in_not_here
} as const;

/** The sentence for `?mis=` in an address, where anything may stand. */
export function sayWhyNot(reason: string | null, language: Language): string | undefined {
	if (reason === null || !Object.hasOwn(signInReasonWords, reason)) return undefined;
	return signInReasonWords[reason as keyof typeof signInReasonWords]({}, { locale: language });
}
