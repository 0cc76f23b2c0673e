import { expect, test } from 'vitest';
import type { Card } from '#modules/agreements/card.ts';
import type { Card as ConsentCard } from '#modules/consent/card.ts';
import type { Summary } from '#modules/conversations/summary.ts';
import type { ConversationId, PersonId, RoundId } from '#platform/ids.ts';
import { addMinutes } from '#platform/time.ts';
import { autumn, noor, samira } from '#seeds/cast.ts';
import { todosOf } from './todo.ts';

const round = { id: 'round' as RoundId };
const nothing = {
	me: samira.id,
	now: autumn,
	talks: [],
	asked: [],
	cards: [],
	invitations: [],
	errands: [],
	lines: [],
	consents: [],
	offers: []
};

function talk(startsIn: number, more: Partial<Summary> = {}, prepared = false): Summary {
	return {
		id: `talk-in-${startsIn}` as ConversationId,
		kind: 'start',
		state: 'planned',
		pupil: noor.id,
		callName: 'Noor',
		isReader: false,
		startsAt: addMinutes(autumn, startsIn),
		minutes: 15,
		place: { kind: 'school' },
		startedAt: null,
		pupilInvited: true,
		people: [{ person: samira.id, voice: 'home', name: 'Samira', prepared, chair: false }],
		...more
	};
}

const kindsOf = (seen: Partial<Parameters<typeof todosOf>[0]>) =>
	todosOf({ ...nothing, ...seen }).map(({ kind }) => kind);

test('nothing asks for attention when nothing waits', () => {
	expect(kindsOf({})).toEqual([]);
});

test('a talk is prepared beforehand, and the table opens a quarter of an hour before it', () => {
	expect(kindsOf({ talks: [talk(3 * 24 * 60)] })).toEqual(['prepare']);
	expect(kindsOf({ talks: [talk(3 * 24 * 60, {}, true)] })).toEqual([]);
	expect(kindsOf({ talks: [talk(30 * 24 * 60)] })).toEqual([]);
	expect(kindsOf({ talks: [talk(10)] })).toEqual(['table']);
	expect(kindsOf({ talks: [talk(-5, { startedAt: autumn })] })).toEqual(['table']);
});

test('somebody else’s talk asks nothing', () => {
	expect(kindsOf({ me: 'juf' as PersonId, talks: [talk(60)] })).toEqual([]);
});

test('the table goes before an answer, an answer before a time, all before looking back', () => {
	const waiting = { waitsFor: 'me', moves: ['accept'] } as unknown as Card;
	const due = { waitsFor: null, moves: ['lookBack'] } as unknown as Card;
	expect(
		kindsOf({
			cards: [due, waiting],
			talks: [talk(5), talk(300), talk(-60, { state: 'recorded' })],
			invitations: [{ round, pupil: { id: noor.id, callName: 'Noor' } }] as never
		})
	).toEqual(['table', 'answer', 'choose', 'prepare', 'respond', 'lookBack']);
});

test('one thing to do for all children of a family in a round', () => {
	const children = ['Noor', 'Sem'].map((callName) => ({ round, pupil: { id: noor.id, callName } })) as never;
	expect(todosOf({ ...nothing, invitations: children })).toEqual([
		{ kind: 'choose', round: 'round', callNames: ['Noor', 'Sem'], wishes: false }
	]);
});

test('who keeps the school is pointed to what runs and to whose authority is unknown', () => {
	const rounds = [
		{ id: 'now', kind: 'advice', of: ['Groep 8'], state: 'open', lastDay: '2026-10-02' },
		{ id: 'over', state: 'open', lastDay: '2026-09-01' },
		{ id: 'closed', state: 'closed', lastDay: '2026-10-02' }
	] as never;
	const todos = todosOf({ ...nothing, office: { rounds, unknownAuthority: 3 } });
	expect(todos).toEqual([
		{ kind: 'round', round: 'now', talks: 'advice', of: ['Groep 8'], open: true, lastDay: '2026-10-02' },
		{ kind: 'authority', count: 3 }
	]);
});

test('what school asks waits as a thing to do, in the words of the one who decides', () => {
	const consent = { pupil: noor.id, callName: 'Noor', title: 'Foto’s' } as ConsentCard;
	expect(todosOf({ ...nothing, consents: [consent] })).toEqual([{ kind: 'consent', consent, isReader: false }]);
	expect(todosOf({ ...nothing, me: noor.id, consents: [consent] })).toMatchObject([{ isReader: true }]);
});

test('a home that asks for another explanation waits on Today of who led the talk, before a record to write', () => {
	const unclear = [{ conversation: 'talk' as ConversationId, callName: 'Noor', startsAt: autumn }];
	expect(kindsOf({ unclear, talks: [talk(-60, { state: 'held' })] })).toEqual(['explain', 'record']);
});
