import * as m from '#words/compiled/messages.js';
import { toReader, type About, type Says } from './about.words.ts';
import type { AnyQuestion } from './preparation.ts';
import type { Standpoint } from './standpoint.ts';
import type { ChildQuestion, Question } from './steps.ts';

/** What is asked, a word of help, and examples, one a line. */
type Asked = readonly [ask: Says, hint: Says, examples: () => string];

const subjectAsk = m.conversations_q_subject;
const [hardAsk, exceptionAsk, reachAsk] = [
	m.conversations_q_hard,
	m.conversations_q_exception,
	m.conversations_q_reach
];
const [reachHint, expectAsk] = [m.conversations_q_reach_hint, m.conversations_q_expectation];

const guardian: Record<Question, Asked> = {
	subject: [subjectAsk, m.conversations_q_subject_hint, m.preparation_guardian_subject_examples],
	well: [m.conversations_q_well, m.conversations_q_well_hint, m.preparation_guardian_well_examples],
	hard: [hardAsk, m.conversations_q_hard_hint, m.preparation_guardian_hard_examples],
	exception: [exceptionAsk, m.conversations_q_exception_hint, m.preparation_guardian_exception_examples],
	reach: [reachAsk, reachHint, m.preparation_guardian_reach_examples],
	expectation: [expectAsk, m.conversations_q_expectation_hint, m.preparation_guardian_expectation_examples]
};

const teacher: Record<Question, Asked> = {
	subject: [subjectAsk, m.preparation_teacher_subject_hint, m.preparation_teacher_subject_examples],
	well: [m.preparation_teacher_well, m.preparation_teacher_well_hint, m.preparation_teacher_well_examples],
	hard: [hardAsk, m.preparation_teacher_hard_hint, m.preparation_teacher_hard_examples],
	exception: [exceptionAsk, m.preparation_teacher_exception_hint, m.preparation_teacher_exception_examples],
	reach: [reachAsk, reachHint, m.preparation_teacher_reach_examples],
	expectation: [
		m.preparation_teacher_expectation,
		m.preparation_teacher_expectation_hint,
		m.preparation_teacher_expectation_examples
	]
};

const lesson: Record<Question, Asked> = {
	subject: [m.preparation_lesson_subject, m.preparation_lesson_subject_hint, m.preparation_lesson_subject_examples],
	well: [m.preparation_lesson_well, m.preparation_lesson_well_hint, m.preparation_lesson_well_examples],
	hard: [m.preparation_lesson_hard, m.preparation_lesson_hard_hint, m.preparation_lesson_hard_examples],
	exception: [
		m.preparation_lesson_exception,
		m.preparation_lesson_exception_hint,
		m.preparation_lesson_exception_examples
	],
	reach: [m.preparation_lesson_reach, reachHint, m.preparation_lesson_reach_examples],
	expectation: [
		m.preparation_lesson_expectation,
		m.preparation_lesson_expectation_hint,
		m.preparation_lesson_expectation_examples
	]
};

const professional: Record<Question, Asked> = {
	subject: [
		m.preparation_professional_subject,
		m.preparation_professional_subject_hint,
		m.preparation_professional_subject_examples
	],
	well: [
		m.preparation_professional_well,
		m.preparation_professional_well_hint,
		m.preparation_professional_well_examples
	],
	hard: [
		m.preparation_professional_hard,
		m.preparation_professional_hard_hint,
		m.preparation_professional_hard_examples
	],
	exception: [exceptionAsk, m.preparation_professional_exception_hint, m.preparation_professional_exception_examples],
	reach: [reachAsk, reachHint, m.preparation_professional_reach_examples],
	expectation: [
		m.preparation_professional_expectation,
		m.preparation_professional_expectation_hint,
		m.preparation_professional_expectation_examples
	]
};

const show: Asked = [m.kinds_q_show, toReader(m.kinds_q_show_hint, m.kinds_q_show_yours), m.kinds_q_show_example];

const pupil: Record<ChildQuestion, Asked> = {
	well: [m.conversations_q_child_well, m.conversations_q_child_well_hint, m.preparation_pupil_well_examples],
	hard: [m.conversations_q_child_hard, m.conversations_q_child_hard_hint, m.preparation_pupil_hard_examples],
	wish: [m.conversations_q_child_wish, m.conversations_q_child_wish_hint, m.preparation_pupil_wish_examples],
	show
};

const teen: Record<ChildQuestion, Asked> = {
	well: [m.conversations_q_child_well, m.preparation_teen_well_yours, m.preparation_teen_well_examples],
	hard: [m.conversations_q_child_hard, m.conversations_q_child_hard_hint, m.preparation_teen_hard_examples],
	wish: [m.conversations_q_child_wish, m.preparation_teen_wish_hint, m.preparation_teen_wish_examples],
	show
};

const asked: Record<Standpoint, Partial<Record<AnyQuestion, Asked>>> = {
	...{ guardian, teacher, lesson, professional },
	...{ pupil, teen }
};

/** One question in the words of who prepares; a child that is not there itself is spoken of through who sits beside it. */
export function questionWords(standpoint: Standpoint, question: AnyQuestion, about: About) {
	const [ask, hint, examples] = asked[standpoint][question] ?? asked.guardian[question]!;
	const alone = standpoint === 'pupil' && question === 'well' && about.isReader;
	return {
		ask: ask(about),
		hint: alone ? m.conversations_q_child_well_yours() : hint(about),
		examples: examples().split('\n')
	};
}
