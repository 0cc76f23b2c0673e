import type { Voice } from '#modules/people/circle.ts';
import type { PersonId } from '#platform/ids.ts';

/** Somebody whose words or name stand on a page of the talk, also when they have left the circle since. */
export type Speaker = { person: PersonId; name: string; voice: Voice };
export type Speakers = Record<PersonId, Speaker>;

export function nameIn(speakers: Speakers, person: PersonId | null): string {
	return (person && speakers[person]?.name) ?? '…';
}
