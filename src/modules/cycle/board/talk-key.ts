import type { HouseholdId, PersonId } from '#platform/ids.ts';

/** One talk of the round by whom it is with: `pupil_household_teacher`, the last two only where there are several. */
export type TalkKey = string & { readonly __talk: never };

export function talkKey(pupil: PersonId, household: HouseholdId | null, teacher: PersonId | null): TalkKey {
	return `${pupil}_${household ?? ''}_${teacher ?? ''}` as TalkKey;
}

export function pupilOf(talk: TalkKey): PersonId {
	return talk.slice(0, talk.indexOf('_')) as PersonId;
}
