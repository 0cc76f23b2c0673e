import { describe, expect, test } from 'vitest';
import type { AgreementId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { anke, autumn, noor, samira, samirasHome } from '#seeds/cast.ts';
import {
	agreementStates,
	can,
	make,
	agreementMoves,
	movesFrom,
	type Agreement,
	type EvaluationOutcome,
	type Move,
	type Seat,
	type Turn
} from './agreement.ts';

const readTogether: Agreement = {
	id: 'a' as AgreementId,
	pupil: noor.id,
	kind: 'do',
	owner: { household: samirasHome },
	proposer: anke.id,
	audience: 'circle',
	state: 'proposed',
	wording: { what: 'lezen samen', why: 'Noor meer woorden kent', rhythm: 'elke avond', by: null, how: '', helpers: '' },
	evaluateOn: '2026-12-01' as Day,
	round: 1,
	version: 1,
	madeIn: null,
	replaces: null,
	goal: null,
	proposedAt: autumn,
	steps: [],
	lookBacks: []
};

const everyMove = Object.keys(agreementMoves) as Move[];
const everySeat: Seat[] = ['owner', 'proposer', 'partner', 'other'];

const turn = (agreement: Agreement, seats: Seat[], by: PersonId = samira.id): Turn => ({
	agreement,
	seats,
	by,
	voice: 'home',
	together: null,
	now: autumn
});

describe.each(agreementStates)('an agreement that is %s', (state) => {
	describe.each(everySeat)('for the %s', (seat) => {
		test.each(everyMove)('answers %s as the table says', (move) => {
			for (const row of agreementMoves[move] as readonly {
				by: Seat;
				from: readonly string[];
				result?: EvaluationOutcome;
			}[]) {
				const made = make(turn({ ...readTogether, state }, [seat]), move, { result: row.result });
				const allowed = movesFrom(state, [seat]).includes(move);
				expect(made.ok).toBe(allowed);
				if (!made.ok) expect(made.reason).toBe(can(move, { state }) ? 'refused' : 'wrong-state');
			}
		});
	});
});

test('while it waits for an answer, only the owner has one', () => {
	expect(movesFrom('proposed', ['owner', 'partner'])).toEqual(['accept', 'adapt', 'askTime', 'decline']);
	expect(movesFrom('proposed', ['other', 'partner'])).toEqual([]);
	expect(movesFrom('proposed', ['other', 'proposer', 'partner'])).toEqual(['withdraw']);
});

test('the owner’s own wording waits for the proposer', () => {
	expect(movesFrom('adapted', ['owner', 'partner'])).toEqual([]);
	expect(movesFrom('adapted', ['other', 'proposer', 'partner'])).toEqual(['adapt', 'adopt', 'withdraw']);
});

test.each(['declined', 'withdrawn', 'ended'] as const)('what is %s stays as it was', (state) => {
	expect(movesFrom(state, everySeat)).toEqual([]);
});

test('an answer raises the version, a note or a reminder does not', () => {
	const agreed: Agreement = { ...readTogether, state: 'agreed' };
	expect(make(turn(readTogether, ['owner']), 'accept')).toMatchObject({ value: { state: 'agreed', version: 2 } });
	expect(make(turn(readTogether, ['owner']), 'askTime')).toMatchObject({ value: { state: 'proposed', version: 1 } });
	expect(make(turn(agreed, ['owner']), 'note', { result: 'done' })).toMatchObject({ value: { version: 1 } });
	expect(make(turn(agreed, ['other'], anke.id), 'remind')).toMatchObject({ value: { version: 1 } });
});

test('each move is kept with who made it and the words that came with it', () => {
	const made = make({ ...turn(readTogether, ['owner']), together: noor.id }, 'decline', { words: 'te druk' });
	expect(made.ok && made.value.steps).toMatchObject([
		{ move: 'decline', person: samira.id, together: noor.id, words: 'te druk', at: autumn }
	]);
});
