import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

export type Direction = 'ltr' | 'rtl';
/** A stretch of a line that is drawn in one go: the words as they are drawn, and from which end they are read. */
export type Run = { text: string; direction: Direction };

const strong = /\p{L}/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** The direction of what somebody wrote: that of its first letter; without letters `otherwise`. */
export function directionOf(text: string, otherwise: Direction): Direction {
	const first = strong.exec(text)?.[0];
	if (!first) return otherwise;
	return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

export function hasRightToLeft(text: string): boolean {
	return rightToLeft.test(text);
}

/** Words of another direction inside a sentence: what stands around them keeps its place. */
export function isolated(text: string): string {
	return `\u2068${text}\u2069`;
}

export function withoutMarks(text: string): string {
	return text.replace(/[\u2066-\u2069]/g, '');
}

/**
 * One line of text as it stands on the page, from left to right, by the Unicode Bidirectional Algorithm (UAX #9). Where a
 * stretch is read from right to left, brackets are mirrored.
 */
export function runsOf(line: string, base: Direction): Run[] {
	if (!line) return [];
	const levels = bidi.getEmbeddingLevels(line, base);
	const mirrored = bidi.getMirroredCharactersMap(line, levels.levels);
	const runs: { text: string; level: number }[] = [];
	for (let at = 0; at < line.length; at++) {
		const level = levels.levels[at]!;
		const sign = mirrored.get(at) ?? line[at]!;
		const last = runs.at(-1);
		if (last?.level === level) last.text += sign;
		else runs.push({ text: sign, level });
	}
	return reordered(runs).map(({ text, level }) => ({ text, direction: level % 2 ? 'rtl' : 'ltr' }));
}

/** Rule L2: from the highest level down to the lowest odd one, each stretch at that level or above is turned round. */
function reordered<One extends { level: number }>(runs: readonly One[]): One[] {
	const order = [...runs];
	const highest = Math.max(...runs.map(({ level }) => level));
	for (let level = highest; level > 0; level--) {
		for (let from = 0; from < order.length; from++) {
			if (order[from]!.level < level) continue;
			let to = from;
			while (to + 1 < order.length && order[to + 1]!.level >= level) to++;
			order.splice(from, to - from + 1, ...order.slice(from, to + 1).toReversed());
			from = to;
		}
	}
	return order;
}
