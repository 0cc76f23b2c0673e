import { expect, test } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, joris, noor, samirasHome } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { useDatabase } from '#tests/database.ts';
import * as agreements from './agreements.server.ts';
import * as handshakes from './handshakes.server.ts';

useDatabase();

async function proposed() {
	const wording = {
		what: 'leest voor',
		why: 'Noor meer woorden kent',
		rhythm: 'elke avond',
		by: null,
		how: '',
		helpers: ''
	};
	const about = { pupil: noor.id, kind: 'do', owner: { household: samirasHome }, audience: 'adults', wording } as const;
	return value(await handshakes.propose(as(anke), { ...about, evaluateOn: '2026-12-03' as Day })).id;
}

test('opening an agreement is a look at the pages of its child; a list of them is not', async () => {
	const id = await proposed();
	const ctx: Ctx = { ...as(anke), opened: new Set() };
	await agreements.mine(ctx);
	expect(ctx.opened?.size).toBe(0);
	await agreements.get(ctx, id);
	expect([...ctx.opened!]).toEqual([noor.id]);
});

test('who looks in with a reason reads what the adults read, and has no move', async () => {
	const id = await proposed();
	const visitor: Ctx = { ...as(joris), visits: new Set([noor.id]) };
	const cards = await agreements.agreementsOf(visitor, { pupil: noor.id });
	expect(cards.map((card) => [card.id, card.moves])).toEqual([[id, []]]);
	expect(await handshakes.withdraw(visitor, id, { seen: 1 })).toEqual({ ok: false, reason: 'missing' });
});
