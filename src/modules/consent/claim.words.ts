import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { ClaimReason } from './claims.server.ts';
import type { ClaimKind, ClaimMove, ClaimState } from './claim.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const kindWords: Record<ClaimKind, { title: Words; hint: Words }> = {
	access: { title: m.consent_claim_kind_access, hint: m.consent_claim_kind_access_hint },
	correction: { title: m.consent_claim_kind_correction, hint: m.consent_claim_kind_correction_hint },
	erasure: { title: m.consent_claim_kind_erasure, hint: m.consent_claim_kind_erasure_hint },
	restriction: { title: m.consent_claim_kind_restriction, hint: m.consent_claim_kind_restriction_hint },
	objection: { title: m.consent_claim_kind_objection, hint: m.consent_claim_kind_objection_hint }
};

export const stateWords: Record<ClaimState, Words> = {
	asked: m.consent_claim_state_asked,
	extended: m.consent_claim_state_extended,
	granted: m.consent_claim_state_granted,
	refused: m.consent_claim_state_refused
};

export const moveWords: Record<ClaimMove, Words> = {
	grant: m.consent_claim_move_grant,
	refuse: m.consent_claim_move_refuse,
	extend: m.consent_claim_move_extend
};

export const doneWords: Record<ClaimMove | 'askClaim' | 'askExport', Words> = {
	askClaim: m.consent_claim_done_askClaim,
	askExport: m.consent_export_done,
	grant: m.consent_claim_done_grant,
	refuse: m.consent_claim_done_refuse,
	extend: m.consent_claim_done_extend
};

export const reasonWords: Record<ClaimReason, Words> = {
	missing: m.consent_claim_reason_missing,
	'words-missing': m.consent_claim_reason_words_missing,
	'wrong-state': m.consent_claim_reason_wrong_state,
	present: m.consent_claim_reason_present
};
