import * as m from '#words/compiled/messages.js';

/** Why nobody was let in, as a sentence. */
export const signInReasonWords = {
	'wrong-code': m.welcome_wrong_code,
	'wrong-link': m.welcome_wrong_link,
	'too-many': m.welcome_too_many,
	'email-missing': m.welcome_email_missing
} as const;
