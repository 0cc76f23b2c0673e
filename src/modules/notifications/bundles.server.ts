import { now } from '#platform/clock.server.ts';
import { change } from '#platform/db.server.ts';
import type { SchoolId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import * as store from './bundle.store.server.ts';
import { bundlesOf, isLost, type Bundle } from './bundle.ts';
import { afterQuiet } from './manner.ts';
import { mannersIn } from './manners.server.ts';
import { mark, type Message } from './message.store.server.ts';
import { minutesToSend } from './notification.ts';

const peopleAtOnce = 10;

/**
 * Take what is due at this school, for who sends it now; undefined when nothing is. A reminder that may have gone is dropped
 * here, and what would disturb somebody's quiet hours waits for their end.
 */
export async function claim(school: SchoolId): Promise<Bundle<Message>[] | undefined> {
	const at = now();
	const claimed = await change({ school }, async (db) => {
		await store.takeTurn(db, { school });
		const due = await store.takeDue(db, { school }, at, peopleAtOnce);
		if (!due.length) return ok(undefined);
		const manners = await mannersIn(db, school, [...new Set(due.map(({ person }) => person))]);
		const restUntil = ({ person, urgent }: store.DueMessage) => {
			const end = afterQuiet(at, manners.get(person));
			return urgent || end <= at ? undefined : end;
		};
		for (const message of due.filter((one) => !isLost(one))) {
			const end = restUntil(message);
			if (end) await mark(db, { school }, [message.id], { state: 'waiting', dueAt: end });
		}
		const lost = due.filter(isLost).map(({ id }) => id);
		await mark(db, { school }, lost, { state: 'dropped', trouble: 'unknown', doneAt: at });
		const bundles = bundlesOf(due.filter((message) => !isLost(message) && !restUntil(message)));
		for (const { id, messages } of bundles) {
			const ids = messages.map((message) => message.id);
			await store.bundle(db, { school }, id, ids);
			await mark(db, { school }, ids, { state: 'sending', dueAt: addMinutes(at, minutesToSend), tried: true });
		}
		return ok(bundles);
	});
	return claimed.ok ? claimed.value : undefined;
}
