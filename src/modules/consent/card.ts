import { type Circle, type Member } from '#modules/people/circle.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { maySeeAnswers, seatsOf, waitingOf } from './consent.access.ts';
import { movesFrom, standingOf, type Consent, type ConsentId, type ConsentState, type Move } from './consent.ts';
import type { PurposeText } from './purpose.ts';

/** Who it waits for: the reader, the pupil, another home, or school that has yet to look into authority. */
export type WaitsFor = 'me' | 'pupil' | 'homes' | 'school';
type Line = { move: Move; name: string; mine: boolean; words: string; at: Date };

/** A consent as one reader sees it: in words, with what they can do about it. */
export type Card = PurposeText & {
	id: ConsentId;
	pupil: PersonId;
	callName: string;
	/** Who comes from outside, by name. */
	outsider: string | null;
	until: Day;
	standing: ConsentState | 'over';
	askedBy: string;
	askedAt: Date;
	waitsFor: WaitsFor | null;
	moves: Move[];
	lines: Line[];
};

type Scene = { circle: Circle; reader: Member; names: ReadonlyMap<PersonId, string>; today: Day };

export function cardOf(consent: Consent, { circle, reader, names, today }: Scene): Card {
	const { id, pupil, title, what, why, readers, until, outsider, askedBy, askedAt } = consent;
	const standing = standingOf(consent, today);
	const seats = seatsOf(consent, circle, reader.person, today);
	const moves = movesFrom(consent, seats, today);
	const nameOf = (person: PersonId) => names.get(person) ?? '';
	const open = maySeeAnswers(reader, circle, today);
	const lines = consent.steps.filter(({ move, person }) => open || move === 'say' || person === reader.person);
	return {
		...{ id, pupil, title, what, why, readers, until, askedAt, standing, moves },
		callName: circle.callName,
		outsider: outsider && `${outsider.givenName} ${outsider.surname}`,
		askedBy: nameOf(askedBy),
		waitsFor: standing === 'asked' ? (moves.includes('give') ? 'me' : waitsFor(consent, circle, today)) : null,
		lines: lines.map(({ move, person, words, at }) => ({
			...{ move, words, at },
			name: nameOf(person),
			mine: person === reader.person
		}))
	};
}

function waitsFor(consent: Consent, circle: Circle, today: Day): WaitsFor {
	const { pupil, homes } = waitingOf(consent, circle, today);
	if (pupil) return 'pupil';
	return homes.length ? 'homes' : 'school';
}
