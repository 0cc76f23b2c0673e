import { admitIn, tenants } from '#platform/accounts.server.ts';
import * as callers from '#modules/people/callers.server.ts';
import { now } from '#platform/clock.server.ts';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { plantCast } from './families.ts';

/** Somebody to become, in a database where nobody lives yet. */
export async function plantWhenEmpty() {
	if ((await tenants()).length) return;
	await plantCast();
	for (const school of await tenants()) {
		const { personas } = await callers.all(school, now());
		const reachable = personas.flatMap(({ id, email }) => (email ? [{ school, person: id, email }] : []));
		await change({ school }, async (db) => ok(await admitIn(db, reachable)));
	}
}
