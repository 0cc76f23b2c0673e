import { tenants } from './accounts.server.ts';
import { change, onNews, type Db } from './db.server.ts';
import type { Fact } from './facts.server.ts';
import type { FactId, SchoolId } from './ids.ts';
import { log } from './log.server.ts';
import { ok } from './outcome.ts';
import { calm } from './rush.server.ts';
import * as store from './relay.store.server.ts';

/** Who hears the facts of a school: in the transaction that takes them from the outbox, so exactly once. */
export type Listener = {
	hear: (db: Db, school: SchoolId, facts: readonly Fact[]) => Promise<void>;
	/** What is to be done once they are heard, outside any transaction. */
	afterwards: (school: SchoolId) => Promise<void>;
};

const batch = 100;
const pokeDelay = 150;
let listener: Listener | undefined;
const waiting = new Map<SchoolId, NodeJS.Timeout>();
const busy = new Map<SchoolId, Promise<void>>();

/** From now on, tell facts on to `to`, soon after the change that recorded them. */
export function startRelay(to: Listener) {
	listener = to;
	onNews(poke);
}

/** Tell nobody any more; resolves when who was hearing has finished. */
export async function stopRelay() {
	onNews(undefined);
	for (const timer of waiting.values()) clearTimeout(timer);
	waiting.clear();
	await Promise.allSettled(busy.values());
	listener = undefined;
}

/** There is something to tell at this school. Many pokes in a moment are one. */
export function poke(school: SchoolId) {
	if (waiting.has(school)) return;
	const timer = setTimeout(() => {
		waiting.delete(school);
		void relay(school).catch((error) => log.error({ error, school }, 'relay'));
	}, pokeDelay);
	timer.unref();
	waiting.set(school, timer);
}

/** Look everywhere for what was left behind: by a process that died, or by a fact that could not be told. */
export async function sweep() {
	for (const school of await tenants()) {
		await relay(school).catch((error) => log.error({ error, school }, 'relay'));
	}
}

/** Tell on all that waits at one school; one at a time within this process. */
export async function relay(school: SchoolId): Promise<void> {
	const before = busy.get(school) ?? Promise.resolve();
	const mine = before.then(() => tellAll(school));
	const settled = mine.catch(() => {});
	busy.set(school, settled);
	await mine.finally(() => busy.get(school) === settled && busy.delete(school));
}

async function tellAll(school: SchoolId) {
	if (!listener) return;
	const { hear, afterwards } = listener;
	// People who wait for a page or a booking go first; many facts in one batch cost less as well.
	do await calm();
	while ((await tell(school, hear)) === batch);
	await afterwards(school);
}

/** One batch, one transaction; how many were told. When it throws, each goes alone, so that one holds up no others. */
async function tell(school: SchoolId, hear: Listener['hear']): Promise<number> {
	try {
		const told = await tellSome(school, hear, batch);
		return told.length;
	} catch (error) {
		log.error({ error, school }, 'a batch of facts could not be told');
	}
	let last: FactId | undefined;
	for (;;) {
		const next = await change({ school }, async (db) => ok(await store.takeOldest(db, school, 1, last)));
		if (!next.ok || !next.value[0]) return 0;
		const { id, name } = next.value[0];
		await tellSome(school, hear, 1, last).catch((error) => {
			log.error({ error, school, fact: id, name }, 'a fact could not be told; it stays for the next sweep');
		});
		last = id;
	}
}

async function tellSome(school: SchoolId, hear: Listener['hear'], limit: number, after?: FactId): Promise<Fact[]> {
	const told = await change({ school }, async (db) => {
		const facts = await store.takeOldest(db, school, limit, after);
		if (facts.length) {
			await hear(db, school, facts);
			await store.drop(
				db,
				school,
				facts.map(({ id }) => id)
			);
		}
		return ok(facts);
	});
	return told.ok ? told.value : [];
}
