import type { Outcome } from '#platform/outcome.ts';
import { momentOf, type Day, type Time } from '#platform/time.ts';

/** Something that somebody did at a moment of the school year, and what came of it. */
export type Scene = { at: Date; act: (now: Date) => Promise<readonly Scene[] | void> };

/** A moment of the autumn of 2026 by the clock at school: `moment('09-22', '09:15')`. */
export function moment(day: string, time: string): Date {
	return momentOf(`2026-${day}` as Day, time as Time);
}

/** What happens by itself in between, at a moment of the story: the mail goes out. */
export type Between = (now: Date) => Promise<unknown>;
const hours = 4 * 60 * 60_000;

/** Play scenes in the order of time, whichever story they come from. What lies after `until` has not happened yet. */
export async function play(scenes: readonly Scene[], until: Date, between: Between = async () => {}) {
	const waiting = [...scenes];
	let part = 0;
	for (let last = until; ;) {
		waiting.sort((a, b) => a.at.getTime() - b.at.getTime());
		const next = waiting.shift();
		const partOfDay = Math.floor((next?.at ?? until).getTime() / hours);
		if (part && part !== partOfDay) await between(last);
		if (!next || next.at > until) return;
		[part, last] = [partOfDay, next.at];
		waiting.push(...((await next.act(next.at)) ?? []));
	}
}

/** The value of what goes well in the story. @throws with the reason when it does not */
export function well<T>(outcome: Outcome<T, string>): T {
	if (!outcome.ok) throw new Error(`The story stops: ${outcome.reason}`);
	return outcome.value;
}

/**
 * Chance that falls the same way each time: between 0 and 1, by the words given.
 * FNV-1a with the finalizer of MurmurHash3, so that words that differ in one letter fall far apart.
 */
export function chance(...words: (string | number)[]): number {
	let hash = 0x811c9dc5;
	for (const letter of words.join(' ')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

export function pick<T>(from: readonly T[], ...words: (string | number)[]): T {
	return from[Math.floor(chance(...words) * from.length)]!;
}
