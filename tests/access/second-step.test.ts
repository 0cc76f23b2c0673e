import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import * as providers from '#modules/people/providers.server.ts';
import { accountOf, admitIn } from '#platform/accounts.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { change, closeDatabase, openDatabase } from '#platform/db.server.ts';
import type { Factor } from '#platform/factor.ts';
import type { PersonId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import * as sessions from '#platform/sessions.server.ts';
import { anke, as, autumn, deLinde, samira, therapist, yvonne } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { copyTemplate, type RealDatabase } from '#tests/harness/databases.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { caller } from './caller.ts';

let [database, server] = [] as unknown as [RealDatabase, Server];

/** De Linde has a sign-in of its own, for who works there. */
beforeAll(async () => {
	setClock(autumn);
	database = await copyTemplate(inject('template'));
	await openDatabase({ kind: 'server', url: database.app });
	await plantCast();
	for (const [person, email] of [
		[anke.id, 'anke@school.example.org'],
		[therapist.id, 'ineke@logopedie.example'],
		[samira.id, 'samira@example.org']
	] as const) {
		const here = { school: deLinde, person, email };
		await change(here, async (db) => ok(await admitIn(db, [here])));
	}
	const theirs = {
		label: 'Inlog van De Linde',
		issuer: 'https://inlog.example.org',
		clientId: 'eenlijn',
		clientSecret: 'geheim'
	};
	const tried = await providers.tryOut(as(yvonne), { ...theirs, domains: ['school.example.org'] });
	if (!tried.ok) throw new Error(tried.reason);
	await providers.keep(as(yvonne), tried.value);
	server = await startServer('scripts/serve.ts', { DATABASE_URL: database.app });
});
afterAll(async () => {
	await server?.stop();
	await closeDatabase();
	await database?.drop();
});

async function looks(person: PersonId, factors: Factor[], path: string) {
	const here = { school: deLinde, person };
	const token = await sessions.begin((await accountOf(here))!, 'a test', here, { factors });
	return caller(server.origin, token).look(path);
}

/** Guards `owesSecondStep`: who reads children of others came in by a mailbox alone, which others may read too. */
test.each([
	['who works at school', anke.id, ['mail'], '/inloggen/tweede-stap'],
	['who comes from outside', therapist.id, ['mail'], '/inloggen/tweede-stap'],
	['who comes from outside, by a letter', therapist.id, ['letter'], '/inloggen/tweede-stap'],
	['who comes from outside, with the code of an app', therapist.id, ['mail', 'totp'], null],
	['a parent', samira.id, ['mail'], null]
] as const)('%s: a mailbox alone', async (_who, person, factors, door) => {
	const answer = await looks(person, [...factors], '/leerlingen');
	expect([answer.status, answer.headers.get('location')?.split('?')[0] ?? null]).toEqual([door ? 303 : 200, door]);
});

/** Guards `providerOf` in the door of the second step: the school's own sign-in knows nobody from outside. */
test('who comes from outside ties an app of their own, whatever the school has for its staff', async () => {
	const outside = await (await looks(therapist.id, ['mail'], '/inloggen/tweede-stap')).text();
	expect(outside).toContain('Koppel de app');
	expect(outside).not.toContain('Inlog van De Linde');
	const inside = await (await looks(anke.id, ['mail'], '/inloggen/tweede-stap')).text();
	expect(inside).not.toContain('Koppel de app');
	expect(inside).toContain('Inlog van De Linde');
});
