import { addDays, type Day } from '#platform/time.ts';

export const purposeKeys = ['professional', 'organisation', 'picture', 'transfer', 'referral', 'own'] as const;
/** *Doel*: for what a school asks leave. What the law obliges it to do it does not ask. `own`: in the school's own words. */
export type PurposeKey = (typeof purposeKeys)[number];

/** In plain words, as the family reads them. Written or read over by a person, never by a translation engine. */
export type PurposeText = {
	title: string;
	/** What happens, or what is shared. */
	what: string;
	why: string;
	/** Who gets to see it. */
	readers: string;
};

export type PurposeId = string & { readonly __purpose: never };
/** A purpose that a school added, with words of its own. */
export type OwnPurpose = PurposeText & { id: PurposeId };

/** The longest that one yes may last: what goes on longer is asked again (standards §5.5: specific, and free each time). */
export const longestDays: Record<PurposeKey, number> = {
	professional: 366,
	organisation: 366,
	picture: 366,
	transfer: 184,
	referral: 366,
	own: 366
};

/** A last day that may be asked for, counted from today. */
export function lastDayOf(purpose: PurposeKey, today: Day): Day {
	return addDays(today, longestDays[purpose]);
}
