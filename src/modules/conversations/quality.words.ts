import * as m from '#words/compiled/messages.js';
import type { InWords } from './about.words.ts';
import type { Attention } from './quality.ts';

type Says = (inputs: { name: string }, inWords?: InWords) => string;

/** The thought, and what can be done about it now. */
export const attentionWords: Record<Attention, { think: Says; act: Says }> = {
	interest: { think: m.hard_quality_interest, act: m.hard_quality_interest_do },
	roles: { think: m.hard_quality_roles, act: m.hard_quality_roles_do },
	aims: { think: m.hard_quality_aims, act: m.hard_quality_aims_do },
	positives: { think: m.hard_quality_positives, act: m.hard_quality_positives_do },
	views: { think: m.hard_quality_views, act: m.hard_quality_views_do },
	analysis: { think: m.hard_quality_analysis, act: m.hard_quality_analysis_do },
	needs: { think: m.hard_quality_needs, act: m.hard_quality_needs_do },
	child: { think: m.hard_quality_child, act: m.hard_quality_child_do },
	footing: { think: m.hard_quality_footing, act: m.hard_quality_footing_do },
	agreements: { think: m.hard_quality_agreements, act: m.hard_quality_agreements_do },
	answers: { think: m.hard_quality_answers, act: m.hard_quality_answers_do }
};
