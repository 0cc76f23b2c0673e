import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { RetentionKind } from './retention.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

/** What it is, from when its term runs, and on which ground and within which limits. */
export const kindWords: Record<RetentionKind, { title: Words; from: Words; ground: Words }> = {
	dossier: {
		title: m.consent_keep_kind_dossier,
		from: m.consent_keep_from_dossier,
		ground: m.consent_keep_ground_dossier
	},
	referral: {
		title: m.consent_keep_kind_referral,
		from: m.consent_keep_from_referral,
		ground: m.consent_keep_ground_referral
	},
	enrolment: {
		title: m.consent_keep_kind_enrolment,
		from: m.consent_keep_from_enrolment,
		ground: m.consent_keep_ground_enrolment
	},
	notes: { title: m.consent_keep_kind_notes, from: m.consent_keep_from_notes, ground: m.consent_keep_ground_notes },
	looks: { title: m.consent_keep_kind_looks, from: m.consent_keep_from_looks, ground: m.consent_keep_ground_looks },
	facts: { title: m.consent_keep_kind_facts, from: m.consent_keep_from_facts, ground: m.consent_keep_ground_facts },
	messages: {
		title: m.consent_keep_kind_messages,
		from: m.consent_keep_from_messages,
		ground: m.consent_keep_ground_messages
	},
	uploads: {
		title: m.consent_keep_kind_uploads,
		from: m.consent_keep_from_uploads,
		ground: m.consent_keep_ground_uploads
	},
	staff: { title: m.consent_keep_kind_staff, from: m.consent_keep_from_staff, ground: m.consent_keep_ground_staff }
};
