import { sayList } from '#words/lists.ts';
import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import { leanOf, type Corner, type Emphasis } from '#modules/compass/emphasis.ts';
import type { Step } from '#modules/method/four-steps.ts';
import type { Aspect, Habit, HabitAnswer } from '#modules/method/home-support.ts';
import type { Carriage } from '#modules/method/train.ts';
import type { Spot } from './sheet.ts';
import type { SheetInputReason } from './sheet.input.ts';
import type { SheetReason } from './sheets.server.ts';

type Asked = { title?: () => string; ask: () => string; hint: () => string };

export const carriageWords: Record<Carriage, Asked & { title: () => string }> = {
	anger: { title: m.hard_carriage_anger, ask: m.hard_carriage_anger_ask, hint: m.hard_carriage_anger_hint },
	worry: { title: m.hard_carriage_worry, ask: m.hard_carriage_worry_ask, hint: m.hard_carriage_worry_hint },
	wish: { title: m.hard_carriage_wish, ask: m.hard_carriage_wish_ask, hint: m.hard_carriage_wish_hint },
	goal: { title: m.hard_carriage_goal, ask: m.hard_carriage_goal_ask, hint: m.hard_carriage_goal_hint },
	activities: {
		title: m.hard_carriage_activities,
		ask: m.hard_carriage_activities_ask,
		hint: m.hard_carriage_activities_hint
	}
};

export const fourStepWords: Record<'me' | 'you', Record<Step, Asked>> = {
	me: {
		observation: { ask: m.hard_step_observation, hint: m.hard_step_observation_hint },
		feeling: { ask: m.hard_step_feeling, hint: m.hard_step_feeling_hint },
		need: { ask: m.hard_step_need, hint: m.hard_step_need_hint },
		request: { ask: m.hard_step_request, hint: m.hard_step_request_hint }
	},
	you: {
		observation: { ask: m.hard_step_you_observation, hint: m.hard_step_you_observation_hint },
		feeling: { ask: m.hard_step_you_feeling, hint: m.hard_step_you_feeling_hint },
		need: { ask: m.hard_step_you_need, hint: m.hard_step_you_need_hint },
		request: { ask: m.hard_step_you_request, hint: m.hard_step_you_request_hint }
	}
};

export const reflectionWords = {
	connection: { ask: m.hard_reflection_connection, hint: m.hard_reflection_connection_hint },
	judging: { ask: m.hard_reflection_judging, hint: m.hard_reflection_judging_hint }
} as const;

export const aspectWords: Record<Aspect, () => string> = {
	interest: m.hard_aspect_interest,
	play: m.hard_aspect_play,
	care: m.hard_aspect_care,
	hope: m.hard_aspect_hope
};

export const habitWords: Record<Habit, () => string> = {
	asks: m.hard_home_asks,
	knows: m.hard_home_knows,
	tells: m.hard_home_tells,
	stories: m.hard_home_stories,
	makes: m.hard_home_makes,
	outside: m.hard_home_outside,
	talks: m.hard_home_talks,
	sleep: m.hard_home_sleep,
	food: m.hard_home_food,
	on_time: m.hard_home_on_time,
	screens: m.hard_home_screens,
	friends: m.hard_home_friends,
	believes: m.hard_home_believes,
	effort: m.hard_home_effort,
	later: m.hard_home_later
};

export const habitAnswerWords: Record<HabitAnswer, () => string> = {
	so: m.hard_home_answer_so,
	sometimes: m.hard_home_answer_sometimes,
	otherwise: m.hard_home_answer_otherwise,
	talk: m.hard_home_answer_talk
};

/** The teacher's aid in a concern talk: questions to ask, not boxes to tick about parents (handbook §4.6). */
export const questionsToAsk: Record<Aspect, readonly ((inputs: { name: string }) => string)[]> = {
	interest: [m.hard_ask_interest_one, m.hard_ask_interest_two],
	play: [m.hard_ask_play_one, m.hard_ask_play_two],
	care: [m.hard_ask_care_one, m.hard_ask_care_two],
	hope: [m.hard_ask_hope_one, m.hard_ask_hope_two]
};

export const cornerWords: Record<Corner, { title: () => string; small: () => string; about: () => string }> = {
	warmth: { title: m.hard_corner_warmth, small: m.hard_corner_warmth_small, about: m.hard_corner_warmth_about },
	structure: {
		title: m.hard_corner_structure,
		small: m.hard_corner_structure_small,
		about: m.hard_corner_structure_about
	},
	space: { title: m.hard_corner_space, small: m.hard_corner_space_small, about: m.hard_corner_space_about }
};

/** What could become a goal where a corner is thin: asked as a question. */
export const openCornerWords: Record<Corner, () => string> = {
	warmth: m.hard_triangle_warm,
	structure: m.hard_triangle_ground,
	space: m.hard_triangle_steer
};

export const goalWords: Record<Corner, typeof m.hard_triangle_goal_space> = {
	warmth: m.hard_triangle_goal_warmth,
	structure: m.hard_triangle_goal_structure,
	space: m.hard_triangle_goal_space
};

/** In the address, Dutch like every address. */
export const spotSlugs: Record<Spot, string> = { home: 'thuis', school: 'school', wish: 'wens', child: 'kind' };

/** What a point is about; a child reads its own as "I". */
export function spotWords(spot: Spot, name: string, isReader: boolean): string {
	if (spot === 'child') return m.hard_moment_child({ name });
	if (spot === 'wish') return isReader ? m.hard_moment_child_own() : m.hard_moment_wish();
	return spot === 'home' ? m.hard_moment_home() : m.hard_moment_school();
}

/** `vooral warmte`, `vooral structuur en ruimte`, `alle drie ongeveer evenveel`. */
export function leanWords(emphasis: Emphasis, language: Language): string {
	const to = leanOf(emphasis).to.map((corner) => cornerWords[corner].small());
	return to.length ? m.hard_lean_mostly({ corners: sayList(to, language) }) : m.hard_lean_even();
}

/** Why not, in the language of who asked. */
export const sheetReasons: Record<SheetReason | SheetInputReason | 'conflict', () => string> = {
	missing: m.hard_reason_missing,
	refused: m.hard_reason_refused,
	'wrong-state': m.hard_reason_wrong_state,
	empty: m.hard_reason_empty,
	'too-long': m.hard_reason_too_long,
	point: m.hard_reason_point,
	conflict: m.hard_reason_conflict
};
