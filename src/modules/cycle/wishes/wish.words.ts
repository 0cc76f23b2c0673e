import type { Language } from '#platform/ctx.ts';
import { spoken } from '#modules/people/profile.ts';
import { sayLanguage } from '#words/language-names.ts';
import * as m from '#words/compiled/messages.js';
import type { ChildWish, DayPart, Liking, Timing, WishPlace } from './wish.ts';
import type { WishReason } from './wishes.server.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const reasonWords: Record<WishReason, Words> = {
	missing: m.wishes_reason_missing,
	refused: m.wishes_reason_refused,
	'wishes-closed': m.wishes_reason_closed,
	changed: m.wishes_reason_changed,
	'outside-round': m.wishes_reason_outside,
	'talk-needed': m.wishes_reason_talk_needed,
	'too-many-teachers': m.wishes_reason_too_many,
	'not-a-teacher': m.wishes_reason_not_a_teacher
};

export const placeWords: Record<WishPlace, Words> = {
	school: m.wishes_place_school,
	phone: m.wishes_place_phone,
	online: m.wishes_place_online,
	home: m.wishes_place_home
};

export const likingWords: Record<Liking, Words> = {
	0: m.wishes_liking_0,
	1: m.wishes_liking_1,
	2: m.wishes_liking_2
};

export const timingWords: Record<Timing, Words> = { early: m.wishes_timing_early, late: m.wishes_timing_late };

export const partWords: Record<DayPart, Words> = {
	morning: m.wishes_part_morning,
	afternoon: m.wishes_part_afternoon,
	evening: m.wishes_part_evening
};

/** Languages of interpreters, to choose from. */
export function languagesInWords(language: Language) {
	const named = spoken.filter((one) => one !== 'nl').map((value) => ({ value, label: sayLanguage(value, language) }));
	return named.toSorted((a, b) => a.label.localeCompare(b.label, language));
}

export const answerWords: Record<ChildWish['answer'], Words> = {
	talk: m.wishes_talk,
	'none-needed': m.wishes_none_needed
};
