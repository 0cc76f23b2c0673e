import type { Language } from '#platform/ctx.ts';
import type { Day } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay } from '#words/dates.ts';
import { sayLanguage } from '#words/language-names.ts';
import type { Authority } from './circle.ts';
import type { CheckRefusal, CheckState, Item } from './file-check.ts';
import type { Relation } from './guardian.ts';
import { relationWords } from './person.words.ts';

export const itemWords: Record<Item, () => string> = {
	'full-name': m.profile_check_full_name,
	'call-name': m.profile_check_call_name,
	'birth-date': m.profile_check_birth_date,
	group: m.profile_check_group,
	'home-language': m.profile_check_home_language,
	'own-name': m.profile_check_own_name,
	relation: m.profile_check_relation,
	authority: m.profile_check_authority,
	email: m.profile_check_email,
	mobile: m.profile_check_mobile
};

const authorityAsHeld = {
	yes: m.profile_check_authority_yes,
	no: m.profile_check_authority_no,
	unknown: m.profile_check_authority_unknown,
	guardianship: m.profile_check_authority_guardianship
};

/** What is held of an item, as a reader says it. */
export function sayHeld(item: Item, held: string, language: Language): string {
	const asHeld: Partial<Record<Item, () => string>> = {
		'birth-date': () => sayDay(held as Day, language, { year: true }),
		'home-language': () => sayLanguage(held, language),
		relation: () => relationWords[held as Relation](),
		authority: () => authorityAsHeld[held as Authority]()
	};
	return held ? (asHeld[item]?.() ?? held) : m.profile_check_nothing({}, { locale: language });
}

/** How far an item is that was looked at. */
export const checkStateWords: Record<CheckState, () => string> = {
	right: m.profile_check_state_right,
	asked: m.profile_check_state_asked,
	corrected: m.profile_check_state_corrected,
	kept: m.profile_check_state_kept
};

export const checkReasonWords: Record<CheckRefusal | 'missing' | 'empty' | 'asked-already', () => string> = {
	missing: m.profile_check_reason_missing,
	empty: m.profile_check_reason_empty,
	'asked-already': m.profile_check_reason_asked_already,
	'wrong-state': m.profile_check_reason_wrong_state,
	'reason-missing': m.profile_check_reason_reason_missing
};
