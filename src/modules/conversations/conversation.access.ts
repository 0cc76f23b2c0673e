import { voiceOf, type Circle, type Member } from '#modules/people/circle.ts';
import { onlyReads } from '#modules/people/say.ts';
import type { PersonId } from '#platform/ids.ts';
import { can, type Conversation } from './conversation.ts';
import { bringsNews, planOf, stepsOf } from './kinds.ts';
import { questionsFor } from './preparation.ts';

type Talk = Pick<Conversation, 'people' | 'chair' | 'state' | 'requestedBy'>;

/**
 * The page of a talk is for who sits at it and for the staff of the circle. The other home and an uninvited pupil read
 * the record once it is shared (`mayReadRecord`), not the table: two homes keep their own talk (handbook §3.1, §16). Whom a
 * judge keeps from the child's talks finds none.
 */
export function maySee(talk: Talk, reader: Member): boolean {
	if (reader.outsideTalks) return false;
	return takesPart(talk, reader.person) || voiceOf(reader) === 'school' || reader.person === talk.requestedBy;
}

/** Everyone in the circle, each within the audience of each text. */
export function mayReadRecord(talk: Talk, reader: Member): boolean {
	if (reader.outsideTalks) return false;
	return maySee(talk, reader) || talk.state === 'recorded' || talk.state === 'closed';
}

export function takesPart({ people }: Pick<Talk, 'people'>, person: PersonId): boolean {
	return people.includes(person);
}

/** Who leads the talk on behalf of school: the chair, or a colleague of the circle who sits at it. */
export function mayLead(talk: Talk, reader: Member): boolean {
	return reader.person === talk.chair || (reader.role === 'staff' && takesPart(talk, reader.person));
}

/** Who leads a talk says who leads it instead. */
export const mayAppoint = mayLead;

/** Of the staff around the child, whoever may come to its talks can lead one. */
export function leadersOf(circle: Circle): Member[] {
	return circle.members.filter(({ role, outsideTalks }) => role === 'staff' && !outsideTalks);
}

export function canLead(circle: Circle, person: PersonId): boolean {
	return leadersOf(circle).some((leader) => leader.person === person);
}

/** Moving and cancelling: who leads it, and the adults who come. */
export function mayMove(talk: Talk, reader: Member): boolean {
	if (mayLead(talk, reader) || reader.person === talk.requestedBy) return true;
	return reader.role === 'guardian' && takesPart(talk, reader.person);
}

export function mayPlan(reader: Member): boolean {
	return reader.role === 'staff';
}

/** What this reader can do with the talk now: the state allows it and the person may. */
export function movesOf(talk: Conversation, reader: Member) {
	const leads = mayLead(talk, reader);
	const sits = takesPart(talk, reader.person);
	const coming = can('hold', talk);
	const plan = planOf(talk.kind);
	const changes = !talk.ofRound;
	const hasTable = stepsOf(talk).length > 0;
	return {
		plan: can('plan', talk) && mayPlan(reader),
		move: changes && can('move', talk) && !talk.startedAt && mayMove(talk, reader),
		cancel: changes && can('cancel', talk) && !talk.startedAt && mayMove(talk, reader),
		prepare: coming && sits && questionsFor(talk.kind, reader.role === 'pupil').length > 0,
		helpChild:
			coming &&
			sits &&
			questionsFor(talk.kind, true).length > 0 &&
			reader.role !== 'pupil' &&
			voiceOf(reader) !== 'other',
		sit: hasTable && (coming || talk.state === 'held') && sits,
		start: hasTable && can('start', talk) && !talk.startedAt && sits,
		turn: hasTable && (coming || talk.state === 'held') && leads && talk.pupilInvited,
		appoint: can('appoint', talk) && mayAppoint(talk, reader),
		hold: coming && leads && (talk.startedAt !== null || !hasTable),
		speak: (coming || talk.state === 'held') && sits,
		followUp: can('followUp', talk) && mayMove(talk, reader),
		needNone: can('followUp', talk) && reader.person === talk.chair,
		planNext: can('followUp', talk) && leads && bringsNews(talk),
		writeRecord: can('record', talk) && leads,
		close: !plan.record && can('close', talk) && leads,
		readRecord: talk.recordedAt !== null,
		keepSheets: sits && talk.state !== 'cancelled'
	};
}
export type Moves = ReturnType<typeof movesOf>;

/** The same for this circle: a pupil that only reads yet is offered nothing that would not be there for it (handbook §1 P5). */
export function movesIn(talk: Conversation, circle: Circle, reader: Member): Moves {
	const moves = movesOf(talk, reader);
	if (!onlyReads(circle, reader.person)) return moves;
	const none = Object.fromEntries(Object.keys(moves).map((move) => [move, false])) as Moves;
	return { ...none, readRecord: moves.readRecord };
}
