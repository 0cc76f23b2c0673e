import * as m from '#words/compiled/messages.js';
import type { ProposalHitch } from './proposal.ts';
import type { ProposalReason } from './proposals.server.ts';

/** Why a proposal cannot be taken along as it is, and what to do about it; `to`: the year it is for. */
export const hitchWords: Record<ProposalHitch, (inputs: { to: string }) => string> = {
	'no-week': m.year_proposal_no_week,
	'no-report': () => m.year_proposal_no_report(),
	'no-groups': m.year_proposal_no_groups,
	'already-there': m.year_proposal_already
};

export const proposalReasonWords: Record<ProposalReason | 'nothing', () => string> = {
	missing: m.year_reason_missing,
	gone: m.year_proposal_reason_gone,
	nothing: m.year_proposal_reason_nothing
};
