import { memberOf, voiceOf, type Circle, type Voice } from '#modules/people/circle.ts';
import { nameOf, type Person } from '#modules/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { answerersOf, benchOf, isYoungChild, seatsOf } from './agreement.access.ts';
import { movesFrom, type Agreement, type Move, type NoteResult } from './agreement.ts';
import { isOpen, wishes } from './evaluation.ts';
import { asksRepair, isStuck, latest, toldByLink, whyNoReminder } from './follow-up.ts';
import { asksTime } from './handshake.ts';
import { notesThatStand, resultOf } from './note.ts';

/** An agreement with the people around it. `persons` also holds those who left the circle. */
export type Scene = { agreement: Agreement; circle: Circle; persons: ReadonlyMap<PersonId, Person> };

/** An agreement as one reader sees it: all that a card needs, and nothing it must fetch. */
export type Card = Pick<
	Agreement,
	'id' | 'pupil' | 'kind' | 'state' | 'version' | 'wording' | 'evaluateOn' | 'audience' | 'goal'
> & {
	callName: string;
	voice: Voice;
	/** Whose it is: one name, or those who live in the home. */
	owner: { names: string[]; home: boolean; isReader: boolean };
	proposer: { name: string; isReader: boolean };
	/** The reader answers beside this child, who is too young to answer alone. */
	beside: string | null;
	waitsFor: 'me' | 'owner' | 'proposer' | null;
	asksTime: boolean;
	lastNote: NoteResult | null;
	/** For its owner: the last note came by the link of a mail, a few days ago at most. */
	byLink: { result: NoteResult; at: Date } | null;
	lookingBack: 'later' | 'wished' | 'open';
	due: Day | null;
	/** School did not keep it, and has not said yet how it makes good: everybody reads so. */
	asksRepair: boolean;
	/** A thought for school alone: twice it didn't work out; think of another form, or of a personal contact. */
	anotherForm: boolean;
	/** The next step that was agreed at the last evaluation. */
	next: { ifWorks: string; ifNot: string } | null;
	/** What the reader can do now, in the order of the table. */
	moves: Move[];
};

export function cardOf({ agreement, circle, persons }: Scene, reader: PersonId, now: Date): Card {
	const today = dayOf(now);
	const { owner, proposer, wording } = agreement;
	const answerers = answerersOf(agreement, circle, today);
	const isReader = answerers.some(({ person }) => person === reader);
	const young = 'person' in owner && isYoungChild(owner.person, circle, today);
	const open = isOpen(agreement, benchOf(agreement, circle, today), now);
	const ownerPerson = 'person' in owner ? persons.get(owner.person) : undefined;
	const voice = ownerPerson ? voiceOf(ownerPerson) : 'home';
	const { id, pupil, kind, state, version, evaluateOn, audience, goal } = agreement;
	return {
		id,
		pupil,
		kind,
		state,
		version,
		wording,
		evaluateOn,
		audience,
		goal,
		callName: circle.callName,
		voice,
		owner: {
			names: ownerPerson ? [nameOf(ownerPerson)] : [...answerers.map(({ name }) => name), circle.callName],
			home: 'household' in owner,
			isReader
		},
		proposer: { name: name(persons, proposer), isReader: proposer === reader },
		beside: young && isReader ? circle.callName : null,
		waitsFor: waitsFor(agreement, isReader, reader),
		asksTime: asksTime(agreement),
		lastNote: state === 'agreed' ? resultOf(notesThatStand(agreement.steps).at(-1)) : null,
		byLink: isReader ? linkNoteOf(agreement, now) : null,
		lookingBack: open ? 'open' : wishes(agreement).length ? 'wished' : 'later',
		due: wording.by,
		asksRepair: asksRepair(agreement, voice, now),
		anotherForm: !isReader && memberOf(circle, reader)?.role === 'staff' && isStuck(agreement, voice),
		next: nextOf(agreement),
		moves: movesFrom(state, seatsOf(agreement, circle, reader, today)).filter((move) =>
			fits(move, agreement, reader, open, voice, now)
		)
	};
}

function linkNoteOf(agreement: Agreement, now: Date): Card['byLink'] {
	const told = agreement.state === 'agreed' ? toldByLink(agreement, now) : undefined;
	const result = resultOf(told);
	return told && result ? { result, at: told.at } : null;
}

function nextOf(agreement: Agreement): Card['next'] {
	const decided = agreement.state === 'agreed' ? latest(agreement, 'evaluate') : undefined;
	return decided && (decided.ifWorks || decided.ifNot) ? { ifWorks: decided.ifWorks, ifNot: decided.ifNot } : null;
}

export function name(persons: Scene['persons'], person: PersonId) {
	const found = persons.get(person);
	return found ? nameOf(found) : '…';
}

function waitsFor({ state, proposer }: Agreement, isOwner: boolean, reader: PersonId): Card['waitsFor'] {
	if (state === 'proposed') return isOwner ? 'me' : 'owner';
	if (state === 'adapted') return proposer === reader ? 'me' : 'proposer';
	return null;
}

/** The table says what may be; this says what makes sense to offer now. */
function fits(move: Move, agreement: Agreement, reader: PersonId, open: boolean, voice: Voice, now: Date) {
	if (move === 'remind') return !whyNoReminder(agreement, voice, now);
	if (move === 'takeBack') return notesThatStand(agreement.steps).length > 0;
	if (move === 'repair') return asksRepair(agreement, voice, now);
	if (move === 'lookBack' || move === 'evaluate') return open;
	if (move === 'wishEarlier') return !open && !wishes(agreement).some(({ person }) => person === reader);
	return true;
}
