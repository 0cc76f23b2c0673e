import { memberOf, voiceOf, type Voice } from '#modules/people/circle.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { benchOf } from './agreement.access.ts';
import { outcomes, type EvaluationOutcome, type LookBack } from './agreement.ts';
import { cardOf, name, type Scene } from './card.ts';
import * as rules from './evaluation.ts';
import { tallyOf } from './note.ts';

export type Heard = LookBack & { name: string; isMine: boolean };

/** The look back as it stands: who said what, whether it is the reader's turn, and what can be decided. */
export function lookingOf(scene: Scene, reader: PersonId, now: Date) {
	const { agreement, circle, persons } = scene;
	const card = cardOf(scene, reader, now);
	const me = memberOf(circle, reader);
	const myVoice: Voice = me ? voiceOf(me) : 'other';
	const bench = benchOf(agreement, circle, dayOf(now));
	const waitsForSchool = rules.waitsForSchool(agreement, bench, now);
	return {
		card,
		waitsForSchool,
		schoolIsSilent: !waitsForSchool && rules.owesItsPart(agreement, bench),
		myTurn: card.moves.includes('lookBack') && (!waitsForSchool || myVoice === 'school'),
		myVoice,
		asksRepair: card.moves.includes('repair'),
		tally: tallyOf(agreement.steps, agreement.round),
		said: rules.thisRound(agreement).map((part): Heard => ({
			...part,
			name: name(persons, part.person),
			isMine: part.person === reader
		})),
		/** For each way on: why it can't be decided yet, or null. */
		notYet: Object.fromEntries(
			outcomes.map((result) => [result, rules.whyNotYet(agreement, bench, result, now) ?? null])
		) as Record<EvaluationOutcome, rules.EvaluationRefusal | null>
	};
}

export type Looking = ReturnType<typeof lookingOf>;
