import { no, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { startedOn } from './cadence.ts';
import { make, provided, type Agreement, type Draft, type Move, type MoveRefusal, type Turn } from './agreement.ts';

/** Which version stood on the screen of who answers; an answer to another one is not an answer. */
export type WhatWasSeen = { seen: number };
export type NewWording = Pick<Agreement, 'wording' | 'evaluateOn'>;

export type HandshakeRefusal =
	| MoveRefusal
	| 'changed'
	| 'reason-missing'
	| 'date-past'
	| 'evaluation-past'
	| 'evaluation-early'
	| 'hidden-from-owner';

/**
 * Agreed at once when its owner wrote it, else it waits for the owner. A guardian writes for a young child only
 * `besideChild`: the child is the owner.
 */
export function propose(turn: Turn<Draft>, besideChild: boolean): Outcome<Agreement, HandshakeRefusal> {
	const speaksAsOwner = !turn.together || besideChild;
	const seats = speaksAsOwner ? turn.seats : turn.seats.filter((seat) => seat !== 'owner');
	const { wording, evaluateOn } = turn.agreement;
	const made = make({ ...turn, seats }, 'propose', { evaluateOn, wording: startedOn(wording, dayOf(turn.now)) });
	return provided(made, wrongDate(turn.agreement, turn.now));
}

export function accept(turn: Turn, seen: WhatWasSeen) {
	return answer(turn, 'accept', seen);
}

/** It works if …: the owner's wording waits for the proposer, the proposer's answer to it for the owner again. */
export function adapt(
	turn: Turn,
	{ seen, ...reworded }: WhatWasSeen & NewWording
): Outcome<Agreement, HandshakeRefusal> {
	const wording = startedOn(reworded.wording, dayOf(turn.now));
	const adapted = answer(turn, 'adapt', { seen }, { ...reworded, wording });
	return adapted.ok ? provided(adapted, wrongDate(reworded, turn.now)) : adapted;
}

export function askTime(turn: Turn, seen: WhatWasSeen) {
	return answer(turn, 'askTime', seen);
}

/** Home and child need no reason; school and professionals give one (handbook §4.5). */
export function decline(
	turn: Turn,
	{ seen, words }: WhatWasSeen & { words: string }
): Outcome<Agreement, HandshakeRefusal> {
	const declined = answer(turn, 'decline', { seen }, { words });
	return declined.ok ? provided(declined, owesReason(turn) && !words && 'reason-missing') : declined;
}

export function adopt(turn: Turn, seen: WhatWasSeen) {
	return answer(turn, 'adopt', seen);
}

export function withdraw(turn: Turn, seen: WhatWasSeen) {
	return answer(turn, 'withdraw', seen);
}

export function owesReason({ voice }: Pick<Turn, 'voice'>) {
	return voice === 'school' || voice === 'other';
}

/** The owner asked for time and has not answered since. */
export function asksTime({ state, steps, version }: Agreement) {
	return state === 'proposed' && steps.some((step) => step.move === 'askTime' && step.version === version);
}

function answer(
	turn: Turn,
	move: Move,
	{ seen }: WhatWasSeen,
	more: Parameters<typeof make>[2] = {}
): Outcome<Agreement, HandshakeRefusal> {
	return seen === turn.agreement.version ? make(turn, move, more) : no('changed');
}

/** Nothing is promised for a day that is over, and looked back on before it is due. */
export function wrongDate({ wording, evaluateOn }: NewWording, now: Date) {
	const today = dayOf(now);
	if (wording.by && wording.by < today) return 'date-past';
	if (evaluateOn <= today) return 'evaluation-past';
	if (wording.by && !wording.rhythm && !wording.cadence && evaluateOn < wording.by) return 'evaluation-early';
	return undefined;
}
