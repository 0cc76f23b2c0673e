import { addDays, momentOf, type Day, type Time } from '#platform/time.ts';
import type { Agreement } from './agreement.ts';
import { nextAfter, sundayOf } from './cadence.ts';
import { notesThatStand } from './note.ts';
import { daysOf, lastDayOf } from './term.ts';

const daysWithout = 7;
const [nextMorning, sameDay] = ['07:30' as Time, '17:00' as Time];

/** The last day it was for, today included; null when there was none yet, or it is for no day in particular. */
export function latestOccasion(agreement: Agreement, today: Day): Day | null {
	return daysOf(agreement, addDays(today, -5 * daysWithout), today).at(-1) ?? null;
}

/** A day to ask about, and from when: an evening is asked about the next morning. */
export type Ask = { occasion: Day; at: Date };

/** What is to be asked of its owner today: at most as often as was agreed, and not what was told already. */
export function askOn(agreement: Agreement, today: Day): Ask | undefined {
	const { wording, state, steps } = agreement;
	if (!wording.cadence || state !== 'agreed' || wording.remind === 'never') return undefined;
	const occasion = isLate(agreement) ? addDays(today, -1) : today;
	const isOne = daysOf(agreement, occasion, occasion).length > 0;
	const more = wording.remind === 'weekly' && daysOf(agreement, addDays(occasion, 1), sundayOf(occasion)).length > 0;
	if (!isOne || more || notesThatStand(steps).some((note) => note.occasion === occasion)) return undefined;
	return { occasion, at: askedAt(agreement, occasion) };
}

/** Until when an answer about this day may still be given or changed by a link: until the next one is asked about. */
export function closesAt(agreement: Agreement, occasion: Day): Date {
	const { cadence, remind } = agreement.wording;
	const after = remind === 'each' || !cadence ? occasion : sundayOf(occasion);
	const next = cadence ? nextAfter(cadence, after, lastDayOf(agreement)) : undefined;
	return askedAt(agreement, next ?? addDays(occasion, daysWithout));
}

function askedAt(agreement: Agreement, occasion: Day): Date {
	return isLate(agreement) ? momentOf(addDays(occasion, 1), nextMorning) : momentOf(occasion, sameDay);
}

function isLate({ wording: { cadence } }: Agreement) {
	return cadence?.part === 'evening' || (cadence?.at ?? '') >= sameDay;
}
