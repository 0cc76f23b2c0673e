import * as m from '#words/compiled/messages.js';
import type { AttachmentKind } from './attachment.ts';
import type { AttachmentReason } from './attachments.server.ts';
import { sayReason } from './conversation.words.ts';
import type { Language } from '#platform/ctx.ts';

export const attachmentWords: Record<AttachmentKind, () => string> = {
	drawing: m.preparation_attachment_drawing,
	photo: m.preparation_attachment_photo,
	sound: m.preparation_attachment_sound
};

const reasonWords: Record<Exclude<AttachmentReason, 'missing' | 'wrong-state'>, typeof m.preparation_reason_no_file> = {
	'no-file': m.preparation_reason_no_file,
	'file-too-large': m.preparation_reason_file_too_large,
	'not-a-picture': m.preparation_reason_not_a_picture,
	'not-a-recording': m.preparation_reason_not_a_recording,
	'too-many': m.preparation_reason_too_many
};

export function sayAttachmentReason(reason: AttachmentReason, locale: Language): string {
	if (reason === 'missing' || reason === 'wrong-state') return sayReason(reason, locale);
	return reasonWords[reason]({}, { locale });
}
