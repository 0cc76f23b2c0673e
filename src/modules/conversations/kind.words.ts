import type { Starter } from '#modules/method/need.ts';
import * as m from '#words/compiled/messages.js';
import type { Kind, Section, Step } from './kinds.ts';

/** The child of the talk: its name, or "you" when it reads the page itself. */
export type About = { name: string; isReader: boolean };
type Says = (about: About) => string;

/** A page of the child speaks to the child, never about it (handbook P3). */
function toReader(others: (inputs: { name: string }) => string, child: () => string): Says {
	return (about) => (about.isReader ? child() : others(about));
}

export const kindWords: Record<Kind, () => string> = {
	start: m.conversations_kind_start,
	concern: m.conversations_kind_concern
};

export const talkWords: Record<Kind, Says> = {
	start: toReader(m.conversations_kind_start_about, m.conversations_kind_start_yours),
	concern: toReader(m.conversations_kind_concern_about, m.conversations_kind_concern_yours)
};

export const aimWords: Record<Kind, Says> = {
	start: m.conversations_aim_start,
	concern: toReader(m.conversations_aim_concern, m.conversations_aim_concern_yours)
};

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

const startAbout = toReader(m.conversations_step_start_about, m.conversations_step_start_yours);

export function stepAboutWords(kind: Kind, step: Step, about: About): string {
	return kind === 'start' && step === 'welcome' ? startAbout(about) : stepAbout[step](about);
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
	well: m.conversations_section_well,
	hard: m.conversations_section_hard,
	exception: m.conversations_section_exception,
	wish: m.conversations_section_wish,
	'factor-child': toReader(m.conversations_section_factor_child, m.conversations_section_factor_yours),
	'factor-teaching': m.conversations_section_factor_teaching,
	'factor-upbringing': m.conversations_section_factor_upbringing,
	'goal-child': toReader(m.conversations_section_goal_child, m.conversations_section_goal_yours),
	'goal-teaching': m.conversations_section_goal_teaching,
	'goal-upbringing': m.conversations_section_goal_upbringing,
	need: m.conversations_section_need,
	contact: m.conversations_section_contact
};

/** A child has something hard; adults have a worry. */
export function sectionWords(section: Section, about: About, isChild = false): string {
	return section === 'hard' && isChild ? m.conversations_section_hard_child() : sectionSays[section](about);
}

export const tableWords = toReader(m.conversations_table_title, m.conversations_table_yours);
export const recordWords = toReader(m.conversations_record_title, m.conversations_record_yours);
export const requestWords = toReader(m.conversations_request_title, m.conversations_request_yours);
export const askWords = toReader(m.conversations_list_ask, m.conversations_list_ask_yours);
export const needWords = toReader(m.conversations_need_child, m.conversations_need_yours);
export const unsaidWords = toReader(m.conversations_lane_empty_child, m.conversations_lane_empty_yours);

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
