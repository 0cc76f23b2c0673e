import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgreementId, PersonId } from '#platform/ids.ts';
import { addDays, dayOf } from '#platform/time.ts';
import { anke, autumn, noor, samira, samirasHome, youssef } from '#seeds/cast.ts';
import {
	agreementMoves,
	type Agreement,
	type Draft,
	type Move,
	type Seat,
	type Turn,
	type Wording
} from './agreement.ts';
import * as evaluation from './evaluation.ts';
import * as followUp from './follow-up.ts';
import * as handshake from './handshake.ts';

type Who = 'owner' | 'proposer' | 'both' | 'partner';
const people: Record<Who, PersonId> = { owner: samira.id, proposer: anke.id, both: samira.id, partner: youssef.id };
const seats: Record<Who, Seat[]> = {
	owner: ['owner', 'partner'],
	proposer: ['other', 'proposer', 'partner'],
	both: ['owner', 'proposer', 'partner'],
	partner: ['other', 'partner']
};

const bench: evaluation.LookingBack = {
	voices: new Map([
		[samira.id, 'home'],
		[anke.id, 'school'],
		[youssef.id, 'home']
	]),
	owners: [samira.id],
	ownerVoice: 'home'
};

type Play = { who: Who; move: Exclude<Move, 'propose'>; text: number; days: number; stale: boolean; result: number };
const play = fc.record({
	who: fc.constantFrom<Who>('owner', 'proposer', 'partner'),
	move: fc.constantFrom(...(Object.keys(agreementMoves) as Move[]).filter((move) => move !== 'propose')),
	text: fc.nat(3),
	days: fc.nat(60),
	stale: fc.boolean(),
	result: fc.nat(2)
}) as fc.Arbitrary<Play>;

const textOf = (text: number): Wording => ({
	...{ what: `doen ${text}`, why: 'het lukt', rhythm: 'elke avond', by: null, how: '', helpers: '' }
});

function draft(proposer: Who): Draft {
	return {
		...{ id: 'a' as AgreementId, pupil: noor.id, kind: 'do', owner: { household: samirasHome }, audience: 'circle' },
		...{ proposer: people[proposer], state: 'nothing', wording: textOf(0), round: 1, version: 0, madeIn: null },
		evaluateOn: addDays(dayOf(autumn), 30),
		...{ replaces: null, goal: null, proposedAt: autumn, steps: [], lookBacks: [] }
	};
}

function turn<Before extends Agreement | Draft>(
	agreement: Before,
	who: Who,
	now: Date,
	by: readonly Seat[]
): Turn<Before> {
	const voice = who === 'proposer' ? 'school' : 'home';
	return { agreement, seats: by, by: people[who], voice, together: null, now };
}

function step(agreement: Agreement, { who, move, text, stale, result }: Play, by: readonly Seat[], now: Date) {
	const seen = { seen: agreement.version - (stale ? 1 : 0) };
	const at = turn(agreement, who, now, by);
	const later = addDays(dayOf(now), 20);
	const outcome = (['continue', 'change', 'stop'] as const)[result]!;
	const moves: Record<
		Play['move'],
		() =>
			ReturnType<typeof handshake.adapt> | ReturnType<typeof evaluation.evaluate> | ReturnType<typeof followUp.remind>
	> = {
		accept: () => handshake.accept(at, seen),
		adapt: () => handshake.adapt(at, { ...seen, wording: textOf(text), evaluateOn: later }),
		askTime: () => handshake.askTime(at, seen),
		decline: () => handshake.decline(at, { ...seen, words: 'nu niet' }),
		adopt: () => handshake.adopt(at, seen),
		withdraw: () => handshake.withdraw(at, seen),
		note: () => followUp.note(at, { result: (['done', 'partly', 'not'] as const)[result]!, words: '' }),
		takeBack: () => followUp.takeBack(at),
		repair: () => followUp.repair(at, { words: 'morgen' }),
		remind: () => followUp.remind(at, 'home'),
		wishEarlier: () => evaluation.wishEarlier(at),
		lookBack: () => evaluation.lookBack(at, bench, { did: 'x', missed: '', closer: 'yes', wants: outcome }),
		evaluate: () => evaluation.evaluate(at, bench, { ...seen, result: outcome, words: '', evaluateOn: later })
	};
	return moves[move]();
}

/** Play moves as they come, and at each one hold the text that stands against what its owner wrote or said yes to. */
function walk(proposer: Who, plays: readonly Play[], each: (after: Agreement, owned: readonly Wording[]) => void) {
	const made = handshake.propose(turn(draft(proposer), proposer, autumn, seats[proposer]), false);
	if (!made.ok) throw new Error(made.reason);
	let agreement = made.value;
	const owned: Wording[] = proposer === 'both' ? [agreement.wording] : [];
	let now = autumn;
	each(agreement, owned);
	for (const one of plays) {
		now = new Date(now.getTime() + one.days * 3_600_000 * 12);
		const who = one.who === 'owner' && proposer === 'both' ? 'both' : one.who;
		const after = step(
			agreement,
			{ ...one, who },
			seats[proposer === 'both' && who === 'proposer' ? 'partner' : who],
			now
		);
		if (!after.ok) continue;
		if (people[who] === samira.id && ['accept', 'adapt'].includes(one.move)) owned.push(after.value.wording);
		agreement = after.value;
		each(agreement, owned);
	}
	return agreement;
}

const proposers = fc.constantFrom<Who>('proposer', 'both');
const plays = fc.array(play, { maxLength: 14 });

test('no sequence of moves makes a text agreed that its owner neither accepted nor wrote', () => {
	let agreedOnce = 0;
	fc.assert(
		fc.property(proposers, plays, (proposer, moves) => {
			walk(proposer, moves, ({ state, wording }, owned) => {
				if (state !== 'agreed' && state !== 'ended') return;
				agreedOnce += 1;
				expect(owned).toContain(wording);
			});
		}),
		{ numRuns: 3000 }
	);
	expect(agreedOnce).toBeGreaterThan(500);
});

test('what was agreed, declined or withdrawn keeps its words whatever comes after; nothing comes back to life', () => {
	fc.assert(
		fc.property(proposers, plays, (proposer, moves) => {
			let settled: { wording: Wording; states: string[] } | undefined;
			walk(proposer, moves, ({ state, wording }) => {
				if (settled) {
					expect(wording).toBe(settled.wording);
					expect(settled.states).toContain(state);
				}
				if (state === 'agreed') settled ??= { wording, states: ['agreed', 'ended'] };
				if (state === 'ended' || state === 'declined' || state === 'withdrawn') settled = { wording, states: [state] };
			});
		}),
		{ numRuns: 2000 }
	);
});

test('every move that was made is kept, in order, by who made it; no step is lost or rewritten', () => {
	fc.assert(
		fc.property(proposers, plays, (proposer, moves) => {
			let before: Agreement['steps'] = [];
			walk(proposer, moves, ({ steps }) => {
				expect(steps.slice(0, -1)).toEqual(before);
				before = steps;
			});
		}),
		{ numRuns: 1000 }
	);
});
