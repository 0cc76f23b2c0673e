import * as m from '#words/compiled/messages.js';
import type { BoardReason } from './holding.server.ts';
import type { PublishReason } from './publications.server.ts';
import type { RunReason } from './runs.server.ts';

type Words = () => string;
export type AnyReason = BoardReason | RunReason | PublishReason | 'time-missing';

export const reasonWords: Record<AnyReason, Words> = {
	missing: m.board_why_missing,
	'wrong-state': m.board_why_wrong_state,
	changed: m.board_why_changed,
	running: m.board_why_running,
	published: m.board_why_published,
	'nothing-to-undo': m.board_why_nothing_to_undo,
	'nothing-to-redo': m.board_why_nothing_to_redo,
	'way-gone': m.board_why_way_gone,
	unknown: m.board_why_unknown,
	'not-offered': m.board_why_not_offered,
	'family-cannot': m.board_why_family_cannot,
	taken: m.board_why_taken,
	'family-elsewhere': m.board_why_family_elsewhere,
	'no-break': m.board_why_no_break,
	'too-many-days': m.board_why_too_many_days,
	'full-day': m.board_why_full_day,
	'nothing-to-plan': m.board_why_nothing_to_plan,
	stuck: m.board_why_stuck,
	empty: m.board_why_empty,
	'just-taken': m.board_why_just_taken,
	'time-missing': m.board_why_time_missing
};

export const doneWords: Record<string, Words> = {
	move: m.board_done_move,
	takeOut: m.board_done_takeOut,
	lock: m.board_done_lock,
	release: m.board_done_release,
	applyWayOut: m.board_done_applyWayOut,
	undo: m.board_done_undo,
	redo: m.board_done_redo,
	plan: m.board_done_plan,
	cancel: m.board_done_cancel,
	publish: m.board_published
};

export const weightWords: Record<string, Words> = {
	'0.25': m.board_weight_quarter,
	'0.5': m.board_weight_half,
	'1': m.board_weight_one,
	'2': m.board_weight_two,
	'4': m.board_weight_four
};
