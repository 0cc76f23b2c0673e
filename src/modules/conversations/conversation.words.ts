import type { Voice } from '#modules/people/circle.ts';
import type { Language } from '#platform/ctx.ts';
import type { PictureName } from '#ui/pictures.ts';
import * as m from '#words/compiled/messages.js';
import type { CompanionReason } from './companions.server.ts';
import type { ConversationReason } from './conversations.server.ts';
import type { PlanReason } from './conversation.input.ts';
import type { ConversationState, Place } from './conversation.ts';
import type { EntryInputReason } from './entry.input.ts';
import { tipReasonWords } from './tip.words.ts';
import type { TipReason } from './tips.server.ts';
import type { TipInputReason } from './tip.input.ts';
import type { PreparationReason } from './preparations.server.ts';
import type { RecordReason } from './records.server.ts';
import type { UnderstandingReason } from './understandings.server.ts';

export const stateWords: Record<ConversationState, () => string> = {
	requested: m.conversations_state_requested,
	planned: m.conversations_state_planned,
	held: m.conversations_state_held,
	recorded: m.conversations_state_recorded,
	closed: m.conversations_state_closed,
	cancelled: m.conversations_state_cancelled
};

type Words = (inputs?: Record<string, never>, inWords?: { locale?: Language }) => string;
const placeKinds: Record<Place['kind'], Words> = {
	school: m.conversations_place_school,
	phone: m.conversations_place_phone,
	online: m.conversations_place_online,
	home: m.conversations_place_home
};

/** Where it is, for who likes a drawing beside the words. */
export const placePictures: Record<Place['kind'], PictureName> = {
	school: 'school',
	home: 'home',
	phone: 'phone',
	online: 'screen'
};

export function placeWords({ kind, location }: Place, language?: Language): string {
	const words = placeKinds[kind]({}, { locale: language });
	return location ? `${words}, ${location}` : words;
}

/** The word of a voice; the child's is its own name. */
export function voiceWords(voice: Voice, callName: string): string {
	if (voice === 'child') return callName;
	if (voice === 'home') return m.conversations_voice_home();
	return voice === 'school' ? m.conversations_voice_school() : m.conversations_voice_other();
}

export type AnyReason =
	| ConversationReason
	| CompanionReason
	| 'name-missing'
	| TipReason
	| TipInputReason
	| PlanReason
	| EntryInputReason
	| PreparationReason
	| RecordReason
	| UnderstandingReason
	| 'part-too-long'
	| 'way-missing';

const reasonWords: Record<AnyReason, typeof m.conversations_reason_missing> = {
	...tipReasonWords,
	missing: m.conversations_reason_missing,
	refused: m.conversations_reason_refused,
	taken: m.conversations_reason_taken,
	'wrong-state': m.conversations_reason_wrong_state,
	started: m.conversations_reason_started,
	past: m.conversations_reason_past,
	'next-missing': m.conversations_reason_next_missing,
	'nothing-to-share': m.conversations_reason_nothing_to_share,
	'nothing-written': m.conversations_reason_nothing_written,
	'day-missing': m.conversations_reason_day_missing,
	'time-missing': m.conversations_reason_time_missing,
	'minutes-wrong': m.conversations_reason_minutes_wrong,
	'nobody-comes': m.conversations_reason_nobody_comes,
	empty: m.conversations_reason_empty,
	'too-long': m.conversations_reason_too_long,
	'part-too-long': m.conversations_reason_part_too_long,
	conflict: m.conversations_reason_conflict,
	'name-missing': m.kinds_reason_name_missing,
	enough: m.kinds_reason_enough,
	'nothing-changed': m.record_reason_nothing_changed,
	'already-asked': m.record_reason_already_asked,
	'way-missing': m.record_reason_way_missing
};

/** Why not, in a sentence, in the language of who asked. */
export function sayReason(reason: AnyReason, locale: Language): string {
	return reasonWords[reason]({}, { locale });
}
