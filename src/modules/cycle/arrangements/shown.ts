import { householdsOf, memberOf, talkersOf, type Circle } from '#modules/people/circle.ts';
import { onlyReads } from '#modules/people/say.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { mayNote, seatsOf } from './arrangement.access.ts';
import {
	missing,
	movesFrom,
	offererOf,
	runningOn,
	type Arrangement,
	type ArrangementId,
	type ArrangementState,
	type Move
} from './arrangement.ts';
import { partiesOf } from './party.ts';
import type { Form, Terms } from './terms.ts';
import { startersOf } from './starter.ts';
import { askingOn, nextFrom, type Moment, type Year } from './moment.ts';

/** How they keep in touch as one reader sees it: all that a card needs. */
export type Shown = {
	id: ArrangementId;
	pupil: PersonId;
	state: ArrangementState;
	version: number;
	/** Of one home: who lives there. Empty: of all homes together. */
	homeOf: string[];
	isOwn: boolean;
	agreed: { terms: ShownTerms; on: Day; suitedOn: Day | null; runs: boolean } | null;
	/** `waitsFor`: whose yes is missing, by the names of a home; null for school. */
	offered: {
		terms: ShownTerms;
		by: string;
		isReader: boolean;
		waitsFor: (string[] | null)[];
		waitsForMe: boolean;
	} | null;
	/** What the child says itself that it would like. */
	wished: { words: string; on: Day } | null;
	moves: Move[];
	next: Pick<Moment, 'form' | 'due' | 'starter'>[];
	asks: (Pick<Moment, 'form' | 'due' | 'fallsOn' | 'starter'> & { isMine: boolean })[];
	/** What has been, the last first; and whether this reader may say so. */
	been: { form: Form; fallsOn: Day }[];
	mayNote: boolean;
	past: { move: Move; name: string; at: Date; terms: ShownTerms | null; words: string }[];
};
export type ShownTerms = Omit<Terms, 'people'> & { people: string[]; who: readonly PersonId[] };

type Seen = {
	circle: Circle;
	apart: readonly HouseholdId[];
	year: Year;
	names: ReadonlyMap<PersonId, string>;
	reader: PersonId;
	now: Date;
	/** What has been, of this arrangement. */
	been: readonly { form: Form; fallsOn: Day }[];
};

export function shownTo(
	arrangement: Arrangement & { terms: ReadonlyMap<number, Terms> },
	{ circle, apart, year, names, reader, now, been }: Seen
): Shown {
	const today = dayOf(now);
	const { id, pupil, state, version, home, agreed, offered, steps } = arrangement;
	const named = (terms: Terms): ShownTerms => ({
		...terms,
		people: terms.people.flatMap((person) => names.get(person) ?? []),
		who: terms.people
	});
	const member = memberOf(circle, reader);
	const seats = seatsOf(arrangement, circle, reader, apart);
	const offerer = offererOf(arrangement);
	const wish = steps.findLast(({ move }) => move === 'wish');
	const has = (moment: Moment) => been.some(({ form, fallsOn }) => form === moment.form && fallsOn === moment.fallsOn);
	return {
		...{ id, pupil, state, version },
		homeOf: home ? namesOfHome(circle, home) : [],
		isOwn: home !== null && member?.household === home,
		agreed: agreed && {
			...{ terms: named(agreed.terms), on: agreed.on, runs: !!runningOn(arrangement, today) },
			suitedOn: suitedOn(arrangement)
		},
		offered: offered && {
			terms: named(offered.terms),
			by: (offerer && names.get(offerer.person)) ?? '',
			isReader: offerer?.person === reader,
			waitsFor: missing(arrangement, partiesOf(home, circle, apart)).map((party) =>
				party === 'school' ? null : party === 'home' ? namesOfHome(circle, null) : namesOfHome(circle, party)
			),
			waitsForMe: seats.includes('asked')
		},
		wished: wish ? { words: wish.words, on: dayOf(wish.at) } : null,
		moves: movesFrom(state, seats),
		next: nextFrom(arrangement, year, today)
			.filter((moment) => !has(moment))
			.map(({ form, due, starter }) => ({ form, due, starter })),
		asks: askingOn(arrangement, year, today)
			.filter((moment) => !has(moment))
			.map(({ form, due, fallsOn, starter }) => {
				const starts = startersOf(starter, agreed!.terms, circle, home);
				return { form, due, fallsOn, starter, isMine: starts.includes(reader) };
			}),
		been: been.map(({ form, fallsOn }) => ({ form, fallsOn })).toReversed(),
		mayNote: !!member && !onlyReads(circle, reader) && mayNote(arrangement, circle, member),
		past: steps.toReversed().map(({ move, person, at, number, words }) => {
			const terms = move === 'propose' || move === 'change' ? arrangement.terms.get(number) : undefined;
			return { move, name: names.get(person) ?? '', at, terms: terms ? named(terms) : null, words };
		})
	};
}

/** When it was last said that it still suits, of what stands now. */
function suitedOn({ agreed, steps }: Arrangement): Day | null {
	const suited = steps.findLast(({ move, number }) => move === 'suit' && number === agreed?.number);
	return suited ? dayOf(suited.at) : null;
}

function namesOfHome(circle: Circle, home: HouseholdId | null): string[] {
	if (!home) return talkersOf(circle).map(({ name }) => name);
	const found = householdsOf(circle).find(({ household }) => household === home);
	return found?.guardians.map(({ name }) => name) ?? [];
}
