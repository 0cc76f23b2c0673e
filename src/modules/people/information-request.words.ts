import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay } from '#words/dates.ts';
import type { Ground, InformationRequest } from './information-request.ts';
import type { InformationReason } from './information-requests.server.ts';

export const groundWords: Record<Ground, () => string> = {
	'childs-interest': () => m.authority_ground_childs_interest(),
	'not-for-the-other-either': () => m.authority_ground_not_for_the_other_either(),
	'not-about-the-child': () => m.authority_ground_not_about_the_child(),
	court: () => m.authority_ground_court()
};

export const informationReasonWords: Record<Exclude<InformationReason, 'missing'> | 'ground-missing', () => string> = {
	'wrong-state': () => m.authority_wrong_decided(),
	'words-missing': () => m.authority_wrong_words(),
	'asked-already': () => m.authority_wrong_asked_already(),
	'ground-missing': () => m.authority_wrong_ground()
};

export const requestStateWords: Record<InformationRequest['state'], () => string> = {
	asked: () => m.authority_request_asked(),
	answered: () => m.authority_request_answered(),
	refused: () => m.authority_request_refused()
};

/** What a guardian with authority is told of a question of the other parent. */
export function answeredNote(at: Date, language: Language): string {
	return m.authority_answered_note({ day: sayDay(at, language) }, { locale: language });
}
