import * as m from '#words/compiled/messages.js';
import { toReader, type Says } from './about.words.ts';
import type { Aim, Guest, Kind, Leader } from './kinds.ts';

export const kindWords: Record<Kind, () => string> = {
	start: m.kinds_start,
	'getting-to-know': m.kinds_getting_to_know,
	handover: m.kinds_handover,
	intake: m.kinds_intake,
	progress: m.kinds_progress,
	'report-card': m.kinds_report_card,
	concern: m.kinds_concern,
	'support-team': m.kinds_support_team,
	perspective: m.kinds_perspective,
	advice: m.kinds_advice,
	'look-back': m.kinds_look_back,
	'home-visit': m.kinds_home_visit,
	informal: m.kinds_informal,
	'after-incident': m.kinds_after_incident
};

export const talkWords: Record<Kind, Says> = {
	start: toReader(m.kinds_start_about, m.kinds_start_yours),
	'getting-to-know': toReader(m.kinds_getting_to_know_about, m.kinds_getting_to_know_yours),
	handover: toReader(m.kinds_handover_about, m.kinds_handover_yours),
	intake: toReader(m.kinds_intake_about, m.kinds_intake_yours),
	progress: toReader(m.kinds_progress_about, m.kinds_progress_yours),
	'report-card': toReader(m.kinds_report_card_about, m.kinds_report_card_yours),
	concern: toReader(m.kinds_concern_about, m.kinds_concern_yours),
	'support-team': toReader(m.kinds_support_team_about, m.kinds_support_team_yours),
	perspective: toReader(m.kinds_perspective_about, m.kinds_perspective_yours),
	advice: toReader(m.kinds_advice_about, m.kinds_advice_yours),
	'look-back': toReader(m.kinds_look_back_about, m.kinds_look_back_yours),
	'home-visit': toReader(m.kinds_home_visit_about, m.kinds_home_visit_yours),
	informal: toReader(m.kinds_informal_about, m.kinds_informal_yours),
	'after-incident': toReader(m.kinds_after_incident_about, m.kinds_after_incident_yours)
};

/** What a talk of this kind is for, until school or the people of the talk say it otherwise. */
export const aimWords: Record<Kind, Says> = {
	start: m.kinds_start_aim,
	'getting-to-know': toReader(m.kinds_getting_to_know_aim, m.kinds_getting_to_know_aim_yours),
	handover: toReader(m.kinds_handover_aim, m.kinds_handover_aim_yours),
	intake: toReader(m.kinds_intake_aim, m.kinds_intake_aim_yours),
	progress: toReader(m.kinds_progress_aim, m.kinds_progress_aim_yours),
	'report-card': toReader(m.kinds_report_card_aim, m.kinds_report_card_aim_yours),
	concern: toReader(m.kinds_concern_aim, m.kinds_concern_aim_yours),
	'support-team': toReader(m.kinds_support_team_aim, m.kinds_support_team_aim_yours),
	perspective: toReader(m.kinds_perspective_aim, m.kinds_perspective_aim_yours),
	advice: toReader(m.kinds_advice_aim, m.kinds_advice_aim_yours),
	'look-back': m.kinds_look_back_aim,
	'home-visit': toReader(m.kinds_home_visit_aim, m.kinds_home_visit_aim_yours),
	informal: m.kinds_informal_aim,
	'after-incident': m.kinds_after_incident_aim
};

/** When to choose this kind, in plain words. */
export const purposeWords: Record<Kind, typeof m.kinds_start_for> = {
	start: m.kinds_start_for,
	'getting-to-know': m.kinds_getting_to_know_for,
	handover: m.kinds_handover_for,
	intake: m.kinds_intake_for,
	progress: m.kinds_progress_for,
	'report-card': m.kinds_report_card_for,
	concern: m.kinds_concern_for,
	'support-team': m.kinds_support_team_for,
	perspective: m.kinds_perspective_for,
	advice: m.kinds_advice_for,
	'look-back': m.kinds_look_back_for,
	'home-visit': m.kinds_home_visit_for,
	informal: m.kinds_informal_for,
	'after-incident': m.kinds_after_incident_for
};

/** In the address, Dutch like every address. */
export const kindSlugs: Record<Kind, string> = {
	start: 'start',
	'getting-to-know': 'kennismaking',
	handover: 'overdracht',
	intake: 'intake',
	progress: 'voortgang',
	'report-card': 'rapport',
	concern: 'zorg',
	'support-team': 'ondersteuningsteam',
	perspective: 'perspectief',
	advice: 'advies',
	'look-back': 'evaluatie',
	'home-visit': 'huisbezoek',
	informal: 'bijpraten',
	'after-incident': 'na-incident'
};

export function kindAt(slug: string | null): Kind | undefined {
	return (Object.keys(kindSlugs) as Kind[]).find((kind) => kindSlugs[kind] === slug);
}

export const leaderWords: Record<Leader | Guest, () => string> = {
	teacher: m.kinds_comes_teacher,
	'new-teacher': m.kinds_comes_new_teacher,
	support: m.kinds_comes_support,
	leadership: m.kinds_comes_leadership,
	professional: m.kinds_comes_professional
};

export const aimChoiceWords: Record<Aim, Says> = {
	inform: m.kinds_aim_inform,
	'what-works': m.kinds_aim_what_works,
	'look-back': m.kinds_aim_look_back,
	analyse: m.kinds_aim_analyse,
	needs: toReader(m.kinds_aim_needs, m.kinds_aim_needs_yours),
	class: m.kinds_aim_class,
	ahead: m.kinds_aim_ahead
};

export const showWords = toReader(m.kinds_show_title, m.kinds_show_title_yours);
