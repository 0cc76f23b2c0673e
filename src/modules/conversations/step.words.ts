import type { Starter } from '#modules/method/need.ts';
import * as m from '#words/compiled/messages.js';
import { toReader, type About, type Says, type InWords } from './about.words.ts';
import type { Kind } from './kinds.ts';
import type { Section, Step } from './steps.ts';

export const stepWords: Record<Step, () => string> = {
	welcome: m.conversations_step_welcome,
	overview: m.conversations_step_overview,
	insight: m.conversations_step_insight,
	outlook: m.conversations_step_outlook,
	agreements: m.conversations_step_agreements,
	next: m.conversations_step_next
};

const stepAbout: Record<Step, Says> = {
	welcome: m.conversations_step_welcome_about,
	overview: toReader(m.conversations_step_overview_about, m.conversations_step_overview_yours),
	insight: m.conversations_step_insight_about,
	outlook: toReader(m.conversations_step_outlook_about, m.conversations_step_outlook_yours),
	agreements: m.conversations_step_agreements_about,
	next: m.conversations_step_next_about
};

/** Where a kind of talk has its own word on a step. */
const ownAbout: Partial<Record<Kind, Partial<Record<Step, Says>>>> = {
	start: { welcome: toReader(m.conversations_step_start_about, m.conversations_step_start_yours) },
	advice: { overview: toReader(m.kinds_advice_overview, m.kinds_advice_overview_yours) },
	'look-back': { overview: toReader(m.kinds_look_back_overview, m.kinds_look_back_overview_yours) },
	'after-incident': { overview: m.kinds_after_incident_overview }
};

export function stepAboutWords(kind: Kind, step: Step, about: About): string {
	return (ownAbout[kind]?.[step] ?? stepAbout[step])(about);
}

/** In the address, Dutch like every address. */
export const stepSlugs: Record<Step, string> = {
	welcome: 'welkom',
	overview: 'overzicht',
	insight: 'inzicht',
	outlook: 'uitzicht',
	agreements: 'afspraken',
	next: 'vervolg'
};

const sectionSays: Record<Section, Says> = {
	aim: m.conversations_section_aim,
	expectation: m.conversations_section_expectation,
	point: m.conversations_section_point,
	learn: m.conversations_section_learn,
	challenge: m.conversations_section_challenge,
	opportunity: m.conversations_section_opportunity,
	show: m.kinds_section_show,
	managed: m.kinds_section_managed,
	unmanaged: m.kinds_section_unmanaged,
	happened: m.kinds_section_happened,
	touched: m.kinds_section_touched,
	hope: m.kinds_section_hope,
	estimate: m.kinds_section_estimate,
	works: toReader(m.kinds_section_works, m.kinds_section_works_yours),
	well: m.conversations_section_well,
	hard: m.conversations_section_hard,
	exception: m.conversations_section_exception,
	wish: m.conversations_section_wish,
	'factor-child': toReader(m.conversations_section_factor_child, m.conversations_section_factor_yours),
	'factor-teaching': m.conversations_section_factor_teaching,
	'factor-upbringing': m.conversations_section_factor_upbringing,
	repair: m.kinds_section_repair,
	'goal-child': toReader(m.conversations_section_goal_child, m.conversations_section_goal_yours),
	'goal-teaching': m.conversations_section_goal_teaching,
	'goal-upbringing': m.conversations_section_goal_upbringing,
	need: m.conversations_section_need,
	decided: m.table_decided,
	contact: m.conversations_section_contact
};

/** A child has something hard, where adults have a worry; it speaks for itself alone. */
const childSays: Partial<Record<Section, (inputs?: Record<string, never>, inWords?: InWords) => string>> = {
	hard: m.conversations_section_hard_child,
	managed: m.kinds_section_managed_child,
	unmanaged: m.kinds_section_unmanaged_child,
	touched: m.kinds_section_touched_child,
	hope: m.kinds_section_hope_child,
	works: m.kinds_section_works_child
};

export function sectionWords(section: Section, about: About, isChild = false, inWords?: InWords): string {
	return (isChild && childSays[section]?.({}, inWords)) || sectionSays[section](about, inWords);
}

export const starterWords: Record<Starter, () => string> = {
	instruction: m.conversations_need_instruction,
	feedback: m.conversations_need_feedback,
	tasks: m.conversations_need_tasks,
	peers: m.conversations_need_peers,
	teacher: m.conversations_need_teacher,
	parents: m.conversations_need_parents,
	'support-teacher': m.conversations_need_support_teacher,
	'support-parents': m.conversations_need_support_parents
};
