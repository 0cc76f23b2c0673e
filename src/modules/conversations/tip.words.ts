import * as m from '#words/compiled/messages.js';
import type { TipInputReason } from './tip.input.ts';
import type { TipRefusal, Topic } from './tip.ts';

export const topicWords: Record<Topic, () => string> = {
	materials: m.table_topic_materials,
	instruction: m.table_topic_instruction,
	feedback: m.table_topic_feedback,
	seating: m.table_topic_seating,
	'class-rules': m.table_topic_class_rules,
	'moving-up': m.table_topic_moving_up,
	religion: m.table_topic_religion,
	food: m.table_topic_food,
	clothing: m.table_topic_clothing,
	bedtime: m.table_topic_bedtime,
	leisure: m.table_topic_leisure,
	sport: m.table_topic_sport,
	screens: m.table_topic_screens
};

export const tipReasonWords: Record<
	TipRefusal | Extract<TipInputReason, 'topic-missing'>,
	typeof m.table_reason_own_domain
> = {
	'own-domain': m.table_reason_own_domain,
	'not-yours': m.table_reason_not_yours,
	'reason-missing': m.table_reason_reason_missing,
	'topic-missing': m.table_reason_topic_missing
};
