import { expect, test } from 'vitest';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import * as rules from './conversation.ts';

const now = new Date('2026-09-24T13:47:00Z');
const moment = { startsAt: now, minutes: 15, place: { kind: 'school' } } as const;
const people = ['anke', 'samira'] as PersonId[];
const talk = (state: rules.ConversationState, more: Partial<rules.Conversation> = {}): rules.Conversation => ({
	...{ id: 'talk' as ConversationId, kind: 'start', state, pupil: 'noor' as PersonId, chair: people[0]!, people },
	...{
		follows: null,
		template: null,
		requestedBy: null,
		request: null,
		...moment,
		pupilInvited: true,
		sequence: 0,
		startedAt: null,
		heldAt: null
	},
	...{ recordedAt: null, closedAt: null, nextOn: '2026-12-01' as Day, noneNeeded: false, ofRound: false },
	...more
});

const moves = {
	plan: (it) => rules.plan(it, { ...moment, chair: people[0]!, people, pupilInvited: true }),
	move: (it) => rules.move(it, moment),
	start: (it) => rules.start(it, now),
	hold: (it) => rules.hold(it, now),
	appoint: (it) => rules.appoint(it, 'carla' as PersonId),
	followUp: (it) => rules.followUp(it, { nextOn: null, noneNeeded: true }, now),
	record: (it) => rules.record(it, now),
	close: (it) => rules.close(it, now),
	cancel: (it) => rules.cancel(it)
} satisfies Partial<Record<rules.ConversationMove, (it: rules.Conversation) => ReturnType<typeof rules.hold>>>;

const each = rules.conversationStates.flatMap((state) =>
	(Object.keys(moves) as (keyof typeof moves)[]).map((move) => [move, state] as const)
);

test.each(each)('%s a talk that is %s: as the table says', (move, state) => {
	const { from, to } = rules.conversationMoves[move] as { from: readonly string[]; to?: string };
	expect(moves[move](talk(state))).toEqual(
		from.includes(state)
			? { ok: true, value: expect.objectContaining({ state: to ?? state }) }
			: { ok: false, reason: 'wrong-state' }
	);
});

test.each(['home-visit', 'informal'] as const)('a talk of kind %s goes from held to closed, with no record', (kind) => {
	expect(rules.record(talk('held', { kind }), now)).toEqual({ ok: false, reason: 'wrong-state' });
	expect(rules.close(talk('held', { kind }), now)).toMatchObject({ value: { state: 'closed' } });
	expect(rules.close(talk('held'), now)).toEqual({ ok: false, reason: 'wrong-state' });
	for (const move of ['acknowledge', 'view'] as const) expect(rules.can(move, talk('closed', { kind }))).toBe(false);
});

test('a colleague who leads a talk that is to come comes to it; one that was held they lead from there on', () => {
	const colleague = 'carla' as PersonId;
	expect(rules.appoint(talk('planned'), colleague)).toMatchObject({
		value: { chair: colleague, people: [...people, colleague] }
	});
	expect(rules.appoint(talk('held'), colleague)).toMatchObject({ value: { chair: colleague, people } });
	const same = talk('planned');
	expect(rules.appoint(same, people[0]!)).toEqual({ ok: true, value: same });
});

test('what has begun is not moved and not cancelled', () => {
	const begun = talk('planned', { startedAt: now });
	expect(rules.move(begun, moment)).toEqual({ ok: false, reason: 'started' });
	expect(rules.cancel(begun)).toEqual({ ok: false, reason: 'started' });
});

test('the clock starts once', () => {
	const begun = talk('planned', { startedAt: new Date('2026-09-24T13:45:00Z') });
	expect(rules.start(begun, now)).toEqual({ ok: true, value: begun });
});

test('a talk closes with a next moment, or with "none needed"', () => {
	expect(rules.close(talk('recorded', { nextOn: null }), now)).toEqual({ ok: false, reason: 'next-missing' });
	expect(rules.close(talk('recorded', { nextOn: null, noneNeeded: true }), now)).toMatchObject({ ok: true });
	const yesterday = { nextOn: '2026-09-23' as Day, noneNeeded: false };
	expect(rules.followUp(talk('held'), yesterday, now)).toEqual({ ok: false, reason: 'past' });
});

test('calendars count the changes of a talk', () => {
	expect(rules.move(talk('planned', { sequence: 2 }), moment)).toMatchObject({ value: { sequence: 3 } });
	expect(rules.cancel(talk('planned', { sequence: 2 }))).toMatchObject({ value: { sequence: 3 } });
});
