import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import { sayReason } from './conversation.words.ts';
import type { DictationReason } from './dictations.server.ts';

export function sayDictationReason(reason: DictationReason, locale: Language): string {
	if (reason === 'own-way') return m.preparation_reason_own_way({}, { locale });
	return reason === 'not-started' ? m.preparation_phone_reason_not_started({}, { locale }) : sayReason(reason, locale);
}
