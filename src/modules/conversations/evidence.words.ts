import * as m from '#words/compiled/messages.js';
import type { EvidenceReason } from './evidences.server.ts';
import type { EvidenceKind, Medium } from './evidence.ts';

export const evidenceKindWords: Record<EvidenceKind, () => string> = {
	work: m.development_evidence_work,
	photo: m.development_evidence_photo,
	drawing: m.development_evidence_drawing,
	observation: m.development_evidence_observation,
	test: m.development_evidence_test
};

/** What it is called where nobody described it yet. */
export const mediumWords: Record<Medium, (by: { name: string }) => string> = {
	picture: m.development_medium_picture,
	sound: m.development_medium_sound,
	document: m.development_medium_document
};

/** What its writer is asked, by what it is. */
export const captionWords: Record<Medium, () => string> = {
	picture: m.development_caption_picture,
	sound: m.development_caption_sound,
	document: m.development_caption_document
};

export const evidenceReasonWords: Record<EvidenceReason, () => string> = {
	missing: m.development_reason_missing,
	'not-yours': m.development_reason_not_yours,
	'too-many': m.development_reason_too_many,
	full: m.development_reason_full,
	'no-file': m.development_reason_no_file,
	'file-too-large': m.development_reason_file_too_large,
	'not-a-picture': m.development_reason_not_a_picture,
	'not-a-recording': m.development_reason_not_evidence,
	'not-a-document': m.development_reason_not_evidence,
	'not-evidence': m.development_reason_not_evidence,
	'locked-document': m.development_reason_locked,
	'unsafe-document': m.development_reason_unsafe
};
