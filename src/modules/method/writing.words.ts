import * as m from '#words/compiled/messages.js';
import { getLocale } from '#words/compiled/runtime.js';
import { sayList } from '#words/lists.ts';
import type { Feeling, Universal } from './feeling.ts';
import type { Hint, Remark } from './writing.ts';

export const feelingWords: Record<Feeling, () => string> = {
	sad: m.hard_feeling_sad,
	angry: m.hard_feeling_angry,
	scared: m.hard_feeling_scared,
	worried: m.hard_feeling_worried,
	unsure: m.hard_feeling_unsure,
	lonely: m.hard_feeling_lonely,
	tired: m.hard_feeling_tired,
	disappointed: m.hard_feeling_disappointed,
	ashamed: m.hard_feeling_ashamed,
	powerless: m.hard_feeling_powerless,
	frustrated: m.hard_feeling_frustrated,
	startled: m.hard_feeling_startled,
	tense: m.hard_feeling_tense,
	confused: m.hard_feeling_confused,
	glad: m.hard_feeling_glad,
	relieved: m.hard_feeling_relieved,
	hopeful: m.hard_feeling_hopeful,
	grateful: m.hard_feeling_grateful,
	proud: m.hard_feeling_proud,
	calm: m.hard_feeling_calm
};

export const universalWords: Record<Universal, () => string> = {
	seen: m.hard_universal_seen,
	heard: m.hard_universal_heard,
	respect: m.hard_universal_respect,
	trust: m.hard_universal_trust,
	safety: m.hard_universal_safety,
	clarity: m.hard_universal_clarity,
	honesty: m.hard_universal_honesty,
	rest: m.hard_universal_rest,
	belonging: m.hard_universal_belonging,
	support: m.hard_universal_support,
	understanding: m.hard_universal_understanding,
	appreciation: m.hard_universal_appreciation,
	freedom: m.hard_universal_freedom,
	equality: m.hard_universal_equality,
	togetherness: m.hard_universal_togetherness,
	growth: m.hard_universal_growth
};

const hintWords: Record<Hint, (inputs: { words: string }) => string> = {
	label: m.hard_hint_label,
	always: m.hard_hint_always,
	intent: m.hard_hint_intent,
	thought: m.hard_hint_thought,
	doing: m.hard_hint_doing,
	who: m.hard_hint_who,
	means: m.hard_hint_means,
	amount: m.hard_hint_amount,
	must: m.hard_hint_must,
	threat: m.hard_hint_threat,
	order: m.hard_hint_order
};

/** What the aid says about these words, with what could be behind them. */
export function remarkWords({ hint, words, behind }: Remark): string {
	if (!behind) return hintWords[hint]({ words });
	const feelings = sayList(
		behind.feelings.map((feeling) => feelingWords[feeling]()),
		getLocale()
	);
	return m.hard_hint_doing_behind({ words, feelings, need: universalWords[behind.need]() });
}
