import type { Voice } from '#modules/people/circle.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import type { ConversationState, Place } from './conversation.ts';
import type { Kind } from './kinds.ts';
import { questionsFor } from './preparation.ts';

/** A talk as a line in a list: when, with whom, and whose voice is there already. */
export type Summary = {
	id: ConversationId;
	kind: Kind;
	state: ConversationState;
	pupil: PersonId;
	callName: string;
	/** The child of the talk reads this itself. */
	isReader: boolean;
	startsAt: Date | null;
	minutes: number;
	place: Place;
	startedAt: Date | null;
	pupilInvited: boolean;
	people: Seat[];
};

/** Somebody who comes; `prepared` says that, and never what: a draft is theirs until they share it. */
export type Seat = { person: PersonId; voice: Voice; name: string; prepared: boolean; chair: boolean };

const speakingOrder: Voice[] = ['home', 'child', 'school', 'other'];

/** Of which voices this talk asks something beforehand, and has each prepared? One of them is enough for a voice. */
export function preparedVoices({
	kind,
	people
}: Pick<Summary, 'kind' | 'people'>): { voice: Voice; prepared: boolean }[] {
	return speakingOrder
		.filter((voice) => questionsFor(kind, voice === 'child').length > 0)
		.map((voice) => people.filter((seat) => seat.voice === voice))
		.filter((seats) => seats.length > 0)
		.map((seats) => ({ voice: seats[0]!.voice, prepared: seats.some(({ prepared }) => prepared) }));
}

export function isOver({ state }: Pick<Summary, 'state'>) {
	return state !== 'requested' && state !== 'planned';
}
