import type { Feeling, Universal } from './feeling.ts';
import type { Step } from './four-steps.ts';
import { en } from './writing-en.ts';
import { nl } from './writing-nl.ts';

/** What words may hide, and why the aid points at them. */
export const hints = {
	label: 'judgement',
	always: 'judgement',
	intent: 'judgement',
	thought: 'pseudo-feeling',
	doing: 'pseudo-feeling',
	who: 'strategy',
	means: 'strategy',
	amount: 'strategy',
	must: 'demand',
	threat: 'demand',
	order: 'demand'
} as const;
export type Hint = keyof typeof hints;

/** A kind word about words that were written: which, where, why, and what could be behind them. Advice, never a block. */
export type Remark = {
	hint: Hint;
	words: string;
	at: number;
	behind?: { feelings: readonly Feeling[]; need: Universal };
};

/** Words of one language, as sources of regular expressions that match whole words. */
export type Vocabulary = {
	/** Small words by which the language is recognised. */
	small: readonly string[];
	/** What turns the next words around: `not lazy`. */
	not: readonly string[];
	patterns: readonly { hint: Hint; in?: readonly Step[]; words: readonly string[] }[];
	/** "I feel …", with what may stand between. */
	feel: string;
	/** In the field of feelings a feeling may stand alone, or after these. */
	alone: string;
	/** Words for what another does, dressed as a feeling. What tells of harm (hit, bullied, threatened) is never among them. */
	doing: readonly { words: string; feelings: readonly Feeling[]; need: Universal }[];
};

type Seen = { hint: Hint; shape: RegExp; in?: readonly Step[]; behind?: Remark['behind'] };
type Lens = { vocabulary: Vocabulary; seen: readonly Seen[] };

const whole = (source: string) => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`;

function lensOf(vocabulary: Vocabulary): Lens {
	const seen: Seen[] = vocabulary.patterns.map(({ words, ...pattern }) => ({
		...pattern,
		shape: new RegExp(`(?<said>${whole(words.join('|'))})`, 'giu')
	}));
	for (const { words, ...behind } of vocabulary.doing) {
		const said = `(?<said>${whole(words)})`;
		seen.push({ hint: 'doing', behind, shape: new RegExp(`${vocabulary.feel}${said}`, 'giu') });
		seen.push({ hint: 'doing', in: ['feeling'], behind, shape: new RegExp(`(?:${vocabulary.alone})${said}`, 'giu') });
	}
	return { vocabulary, seen };
}

const lenses = [lensOf(nl), lensOf(en)];

/** What the aid would point out in `text`, written at `step`, in the order of the text. Dutch and English; what it cannot read, it leaves. */
export function remarksOn(step: Step, text: string): Remark[] {
	const read = withoutQuotes(text.replaceAll('’', "'"));
	const found = lensesFor(read).flatMap((lens) => lens.seen.flatMap((seen) => matchesOf(lens, seen, step, read)));
	const first = found.toSorted(
		(a, b) => a.at - b.at || b.words.length - a.words.length || Number(!!b.behind) - Number(!!a.behind)
	);
	const kept: Remark[] = [];
	for (const { words, ...remark } of first) {
		if (kept.some((other) => remark.at < other.at + other.words.length)) continue;
		kept.push({ ...remark, words: text.slice(remark.at, remark.at + words.length) });
	}
	return kept;
}

function matchesOf({ vocabulary }: Lens, { shape, hint, behind, ...seen }: Seen, step: Step, text: string): Remark[] {
	if (seen.in && !seen.in.includes(step)) return [];
	return [...text.matchAll(shape)].flatMap((match) => {
		const words = match.groups!['said']!;
		const at = match.index + match[0].length - words.length;
		const before =
			text
				.slice(0, at)
				.match(/([\p{L}']+)\s*$/u)?.[1]
				?.toLowerCase() ?? '';
		return vocabulary.not.includes(before) ? [] : [{ hint, words, at, ...(behind && { behind }) }];
	});
}

/** Who quotes says what a camera hears. A single word between quotes is one's own word with a wink. */
function withoutQuotes(text: string): string {
	const quoted = /(["“„«])[^"“”„«»]*\s[^"“”„«»]*["”»]|(?<![\p{L}\p{N}])['‘][^'‘\n]*\s[^'‘\n]*['’](?![\p{L}\p{N}])/gu;
	return text.replace(quoted, (words) => '_'.repeat(words.length));
}

/** By which small words there are most of; as many of each, or none: both. */
function lensesFor(text: string): readonly Lens[] {
	const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
	const counts = lenses.map(({ vocabulary: { small } }) => words.filter((word) => small.includes(word)).length);
	return lenses.filter((_, at) => counts[at] === Math.max(...counts));
}
