import type { Wording } from './agreement.ts';

/** What an agreement can do without being told: help for who writes, never a lock (handbook §5). */
export const hints = ['specific', 'visible', 'dated', 'small'] as const;
export type Hint = (typeof hints)[number];

/** Words that two people fill in differently, in Dutch and English. */
const vague =
	/\b(beter|meer|vaker|goed|netjes|regelmatig|genoeg|af en toe|soms|better|more|often|regularly|enough|sometimes)\b/i;
/** Intentions: nobody sees them happen. */
const unseen =
	/\b(probe(ert|ren)|let(ten)? op|denkt? aan|denken aan|stimule\w+|begeleid\w*|try|tries|encourage\w*|pay attention)\b/i;
const manyWords = 25;

/** Which of the four questions this wording leaves open. */
export function hintsFor({
	what,
	how,
	rhythm,
	cadence,
	by
}: Pick<Wording, 'what' | 'how' | 'rhythm' | 'cadence' | 'by'>): Hint[] {
	if (!what.trim()) return [];
	const words = what.trim().split(/\s+/);
	const open: Record<Hint, boolean> = {
		specific: words.length < 2 || vague.test(what),
		visible: unseen.test(what),
		dated: !by && !cadence && !rhythm.trim(),
		small: words.length + how.split(/\s+/).length > manyWords
	};
	return hints.filter((hint) => open[hint]);
}

/** Other ways to the same goal: two parents who couldn't read were asked to read aloud daily (handbook §5). */
export const formNames = ['audio', 'telling', 'games', 'shopping', 'reading'] as const;
export type FormName = (typeof formNames)[number];
