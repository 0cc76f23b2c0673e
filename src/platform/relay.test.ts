import { afterEach, expect, test, vi } from 'vitest';
import { anke, as, noor, samira } from '#seeds/cast.ts';
import { useDatabase } from '#tests/database.ts';
import { change } from './db.server.ts';
import { recordFact, type Fact } from './facts.server.ts';
import { no, ok } from './outcome.ts';
import { relay, startRelay, stopRelay, sweep } from './relay.server.ts';

useDatabase();
afterEach(stopRelay);

const ctx = as(anke);
const record = (name: string) => change(ctx, async (db) => ok(recordFact(db, ctx, name, noor.id)));

function listening(hears: (fact: Fact) => void = () => {}) {
	const heard: string[] = [];
	startRelay({
		hear: async (_db, _school, facts) => {
			for (const fact of facts) {
				hears(fact);
				heard.push(fact.name);
			}
		},
		afterwards: async () => {}
	});
	return heard;
}

test('soon after the change, its facts are heard once, in order', async () => {
	const heard = listening();
	await change(ctx, async (db) => {
		recordFact(db, ctx, 'test.first', noor.id);
		return ok(recordFact(db, ctx, 'test.second', samira.id));
	});
	await vi.waitFor(() => expect(heard).toEqual(['test.first', 'test.second']), { timeout: 3000 });
	await relay(ctx.school);
	expect(heard).toHaveLength(2);
});

test('what was refused is never heard', async () => {
	const heard = listening();
	await change(ctx, async (db) => {
		recordFact(db, ctx, 'test.first', noor.id);
		return no('wrong-state');
	});
	await relay(ctx.school);
	expect(heard).toEqual([]);
});

test('a fact that cannot be told holds up no other, and is told later', async () => {
	await record('test.first');
	await record('test.stuck');
	await record('test.third');
	const heard = listening(({ name }) => {
		if (name === 'test.stuck') throw new Error('not now');
	});
	await sweep();
	expect(heard.filter((name) => name !== 'test.first')).toEqual(['test.third']);
	await stopRelay();
	const later = listening();
	await sweep();
	expect(later).toEqual(['test.stuck']);
});
