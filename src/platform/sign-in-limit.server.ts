import { now } from './clock.server.ts';
import { local } from './db.server.ts';
import { sign } from './secret.server.ts';
import { addMinutes } from './time.ts';

type Tables = { 'platform.attempt': { place: string; since: Date; count: number } };

const windowMinutes = 15;

/** Count one try from `place`, and say whether it was within `most` in a quarter of an hour. Known in the database by hash. */
export async function within(most: number, place: string): Promise<boolean> {
	const window = windowMinutes * 60_000;
	const since = new Date(Math.floor(now().getTime() / window) * window);
	const { count } = await local()
		.withTables<Tables>()
		.insertInto('platform.attempt')
		.values({ place: await sign(place), since, count: 1 })
		.onConflict((on) =>
			on.columns(['place', 'since']).doUpdateSet((set) => ({ count: set('attempt.count' as 'count', '+', 1) }))
		)
		.returning('count')
		.executeTakeFirstOrThrow();
	return count <= most;
}

/** Take away what no longer counts. */
export async function clear() {
	await local()
		.withTables<Tables>()
		.deleteFrom('platform.attempt')
		.where('since', '<', addMinutes(now(), -2 * windowMinutes))
		.execute();
}
