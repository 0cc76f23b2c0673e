import * as m from '#words/compiled/messages.js';
import type { About } from './about.words.ts';
import type { Picture } from './opening.ts';
import type { AnyQuestion } from './preparation.ts';
import type { Standpoint } from './standpoint.ts';
import type { ChildQuestion, Question } from './steps.ts';

/** A picture and the sentence that stands for it. */
type Opening = readonly [picture: Picture, says: (about: { name: string }) => string];

const guardian: Record<Question, readonly Opening[]> = {
	subject: [
		['message', m.preparation_guardian_subject_say_tell],
		['question', m.preparation_guardian_subject_say_ask],
		['person', m.preparation_guardian_subject_say_you],
		['friends', m.preparation_guardian_subject_say_friends],
		['book', m.preparation_guardian_subject_say_learning],
		['house', m.preparation_guardian_subject_say_home]
	],
	well: [
		['smile', m.preparation_guardian_well_say_happy],
		['friends', m.preparation_guardian_well_say_friends],
		['book', m.preparation_guardian_well_say_reads],
		['hands', m.preparation_guardian_well_say_helps],
		['message', m.preparation_guardian_well_say_tells]
	],
	hard: [
		['frown', m.preparation_guardian_hard_say_unhappy],
		['friends', m.preparation_guardian_hard_say_friends],
		['book', m.preparation_guardian_hard_say_learning],
		['moon', m.preparation_guardian_hard_say_tired],
		['cloud', m.preparation_guardian_hard_say_angry],
		['check', m.preparation_guardian_hard_say_nothing]
	],
	exception: [
		['sun', m.preparation_guardian_exception_say_weekend],
		['friends', m.preparation_guardian_exception_say_together],
		['ball', m.preparation_guardian_exception_say_moving],
		['leaf', m.preparation_guardian_exception_say_calm],
		['question', m.preparation_guardian_exception_say_unknown]
	],
	reach: [
		['eye', m.preparation_guardian_reach_say_know],
		['message', m.preparation_guardian_reach_say_tell],
		['hands', m.preparation_guardian_reach_say_agree],
		['smile', m.preparation_guardian_reach_say_happy]
	],
	expectation: [
		['phone', m.preparation_guardian_expectation_say_call],
		['message', m.preparation_guardian_expectation_say_honest],
		['ear', m.preparation_guardian_expectation_say_slowly],
		['house', m.preparation_guardian_expectation_say_help],
		['stop', m.preparation_guardian_expectation_say_cannot],
		['clock', m.preparation_guardian_expectation_say_time]
	]
};

const pupil: Record<ChildQuestion, readonly Opening[]> = {
	show: [
		['house', m.preparation_pupil_show_say_room],
		['blocks', m.preparation_pupil_show_say_toys],
		['smile', m.preparation_pupil_show_say_pet],
		['question', m.preparation_pupil_show_say_unknown]
	],
	well: [
		['ball', m.preparation_pupil_well_say_play],
		['pencil', m.preparation_pupil_well_say_draw],
		['book', m.preparation_pupil_well_say_read],
		['sums', m.preparation_pupil_well_say_sums],
		['friends', m.preparation_pupil_well_say_friends],
		['music', m.preparation_pupil_well_say_sing],
		['blocks', m.preparation_pupil_well_say_build],
		['house', m.preparation_pupil_well_say_home]
	],
	hard: [
		['noise', m.preparation_pupil_hard_say_noise],
		['person', m.preparation_pupil_hard_say_alone],
		['question', m.preparation_pupil_hard_say_explain],
		['book', m.preparation_pupil_hard_say_read],
		['sums', m.preparation_pupil_hard_say_sums],
		['cloud', m.preparation_pupil_hard_say_quarrel],
		['moon', m.preparation_pupil_hard_say_tired],
		['check', m.preparation_pupil_hard_say_nothing]
	],
	wish: [
		['chair', m.preparation_pupil_wish_say_seat],
		['leaf', m.preparation_pupil_wish_say_quiet],
		['hands', m.preparation_pupil_wish_say_help],
		['friends', m.preparation_pupil_wish_say_friend],
		['ball', m.preparation_pupil_wish_say_move],
		['clock', m.preparation_pupil_wish_say_time],
		['picture', m.preparation_pupil_wish_say_pictures],
		['message', m.preparation_pupil_wish_say_talk]
	]
};

const of: Partial<Record<Standpoint, Partial<Record<AnyQuestion, readonly Opening[]>>>> = {
	guardian,
	pupil,
	teen: pupil
};

/** Sentences to begin with, for who would rather tap than type. Who works at school has none: they are asked for what they saw. */
export function openingsFor(standpoint: Standpoint, question: AnyQuestion, about: About) {
	return (of[standpoint]?.[question] ?? []).map(([picture, says]) => ({ picture, words: says(about) }));
}
