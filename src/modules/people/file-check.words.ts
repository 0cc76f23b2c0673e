import * as m from '#words/compiled/messages.js';
import type { CheckRefusal, Item } from './file-check.ts';

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

export const authorityAsHeld = {
	yes: m.profile_check_authority_yes,
	no: m.profile_check_authority_no,
	unknown: m.profile_check_authority_unknown,
	guardianship: m.profile_check_authority_guardianship
};

export const checkReasonWords: Record<CheckRefusal | 'missing' | 'empty' | 'asked-already', () => string> = {
	missing: m.profile_check_reason_missing,
	empty: m.profile_check_reason_empty,
	'asked-already': m.profile_check_reason_asked_already,
	'wrong-state': m.profile_check_reason_wrong_state,
	'reason-missing': m.profile_check_reason_reason_missing
};
