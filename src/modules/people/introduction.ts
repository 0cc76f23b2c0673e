import type { FileId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';

/**
 * Who somebody of school is, in their own words, for the families they invite this year (handbook §4.1). `spoken`: the same with
 * their voice; never without the words, for who cannot hear it.
 */
export type Introduction = { text: string; introducedOn: Day; spoken: FileId | null };

const longest = 600;

export function checkIntroduction(text: string): Outcome<string, 'too-long'> {
	const trimmed = text.trim();
	return trimmed.length > longest ? no('too-long') : ok(trimmed);
}

/** A school year begins in August; what was told in an earlier one is told anew. */
export function isOfThisYear({ introducedOn }: Pick<Introduction, 'introducedOn'>, today: Day): boolean {
	return yearOf(introducedOn) === yearOf(today);
}

function yearOf(day: Day): number {
	const [year, month] = day.split('-').map(Number) as [number, number];
	return month >= 8 ? year : year - 1;
}
