import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import { sayAttachmentReason } from './attachment.words.ts';
import { sayReason } from './conversation.words.ts';
import type { RetellingReason } from './retellings.server.ts';
import type { Way } from './understanding.ts';

export const wayWords: Record<Way, () => string> = {
	picture: m.record_way_picture,
	call: m.record_way_call,
	language: m.record_way_language,
	meeting: m.record_way_meeting
};

export function sayRetellingReason(reason: RetellingReason, locale: Language): string {
	return reason === 'refused' ? sayReason(reason, locale) : sayAttachmentReason(reason, locale);
}
