import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Voice } from '#modules/people/circle.ts';
import type { AgreementId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { anke, autumn, carla, noor, samira } from '#seeds/cast.ts';
import { make, type Agreement, type Draft, type Move, type Seat, type Turn } from './agreement.ts';
import * as evaluation from './evaluation.ts';
import * as handshake from './handshake.ts';

const owner = samira.id;
const people = { samira: [owner, 'home'], anke: [anke.id, 'school'], carla: [carla.id, 'school'] } as const;
type Who = keyof typeof people;

const wordingOf = (what: string) => ({ what, why: 'x', rhythm: 'elke avond', by: null, how: '', helpers: '' });
const evaluateOn = '2026-12-01' as Day;
const bench = {
	voices: new Map(Object.values(people).map(([person, voice]) => [person, voice as Voice])),
	owners: [owner],
	ownerVoice: 'home' as const
};

function turnOf<A extends Agreement | Draft>(agreement: A, who: Who, now: Date): Turn<A> {
	const [by, voice] = people[who];
	const seats: Seat[] = ['partner', by === owner ? 'owner' : 'other'];
	if (agreement.proposer === by) seats.push('proposer');
	return { agreement, seats, by, voice, together: null, now } as Turn<A>;
}

type Try = { who: Who; move: Move; stale: boolean; days: number };

const { accept, askTime, adopt, withdraw } = handshake;
const plain = { accept, askTime, adopt, withdraw };

function attempt(agreement: Agreement, { who, move, stale, days }: Try, at: number) {
	const now = new Date(autumn.getTime() + days * 86_400_000);
	const turn = turnOf(agreement, who, now);
	const seen = agreement.version - Number(stale);
	const later = { seen, words: 'x', evaluateOn: '2027-06-01' as Day };
	switch (move) {
		case 'accept':
		case 'askTime':
		case 'adopt':
		case 'withdraw':
			return plain[move](turn, { seen });
		case 'adapt':
			return handshake.adapt(turn, { seen, wording: wordingOf(`woorden ${at}`), evaluateOn: later.evaluateOn });
		case 'decline':
			return handshake.decline(turn, { seen, words: 'x' });
		case 'lookBack':
			return evaluation.lookBack(turn, bench, { did: 'x', missed: '', closer: 'yes', wants: 'continue' });
		case 'evaluate':
			return evaluation.evaluate(turn, bench, { ...later, result: 'continue' });
		default:
			return make(turn, move, { result: 'done' });
	}
}

const moves: Move[] = ['accept', 'adapt', 'askTime', 'adopt', 'withdraw', 'decline'];
const others: Move[] = ['note', 'takeBack', 'remind', 'wishEarlier', 'lookBack', 'evaluate', 'propose'];
const who = fc.constantFrom(...(Object.keys(people) as Who[]));
const tries = fc.array(
	fc.record({
		who,
		move: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...moves) }, fc.constantFrom(...others)),
		stale: fc.nat(5).map((chance) => chance === 0),
		days: fc.integer({ min: 0, max: 120 })
	}),
	{ maxLength: 14 }
);

/**
 * The heart of the handshake (handbook §5). What the owner said yes to is kept beside the agreement, by the words themselves;
 * guards the seats in `agreementMoves` and `seen === turn.agreement.version` in handshake.ts.
 */
test('no sequence of moves makes a text agreed that its owner neither accepted nor wrote', () => {
	const reached = { agreed: 0, adopted: 0 };
	fc.assert(
		fc.property(who, tries, (proposer, all) => {
			const draft = {
				...{ id: 'a' as AgreementId, pupil: noor.id, kind: 'do', owner: { person: owner }, audience: 'circle' },
				...{
					proposer: people[proposer][0] as PersonId,
					wording: wordingOf('voorstel'),
					evaluateOn,
					round: 1,
					version: 1
				},
				...{ state: 'nothing', madeIn: null, replaces: null, goal: null, proposedAt: autumn, steps: [], lookBacks: [] }
			} as Draft;
			const proposed = handshake.propose(turnOf(draft, proposer, autumn), false);
			if (!proposed.ok) throw new Error(proposed.reason);
			const owns = new Set<string>(proposer === 'samira' ? ['voorstel'] : []);
			let now = proposed.value;
			if (now.state === 'agreed') expect(owns).toContain(now.wording.what);
			for (const [at, one] of all.entries()) {
				const made = attempt(now, one, at);
				if (!made.ok) continue;
				const isOwner = people[one.who][0] === owner;
				if (isOwner && (one.move === 'accept' || one.move === 'adapt')) owns.add(made.value.wording.what);
				now = made.value;
				if (now.state !== 'agreed') continue;
				expect(owns).toContain(now.wording.what);
				reached.agreed++;
				if (one.move === 'adopt') reached.adopted++;
			}
		}),
		{ numRuns: 3000, seed: 20_260_922 }
	);
	expect(reached.agreed).toBeGreaterThan(300);
	expect(reached.adopted).toBeGreaterThan(20);
});

test('an answer to words that were not on the screen is no answer', () => {
	fc.assert(
		fc.property(who, fc.constantFrom(...moves), (by, move) => {
			const base = { state: 'proposed', proposer: anke.id, version: 3, wording: wordingOf('x'), evaluateOn, steps: [] };
			const agreement = { ...base, owner: { person: owner }, round: 1, lookBacks: [] } as unknown as Agreement;
			expect(attempt(agreement, { who: by, move, stale: true, days: 0 }, 0).ok).toBe(false);
		})
	);
});
