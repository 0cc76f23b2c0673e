import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { accountOf, admitIn } from '#platform/accounts.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { change, closeDatabase, openDatabase } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import * as sessions from '#platform/sessions.server.ts';
import * as cast from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { copyTemplate, type RealDatabase } from '#tests/harness/databases.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { caller, type Caller } from './caller.ts';

let [database, server, yvonne] = [] as unknown as [RealDatabase, Server, Caller];

/** Yvonne, who proved two hours ago that it is her, and went for coffee with a page of the office open. */
beforeAll(async () => {
	setClock(cast.autumn);
	database = await copyTemplate(inject('template'));
	await openDatabase({ kind: 'server', url: database.app });
	await plantCast();
	const here = { school: cast.deLinde, person: cast.yvonne.id };
	await change(here, async (db) => ok(await admitIn(db, [{ ...here, email: 'yvonne@example.org' }])));
	const token = await sessions.begin((await accountOf(here))!, 'a test', here, { factors: ['mail', 'totp'] });
	server = await startServer('scripts/serve.ts', { DATABASE_URL: database.app });
	await caller(server.origin).send('/dev', 'setClock', { moment: '2026-09-22T11:15' });
	yvonne = caller(server.origin, token);
});
afterAll(async () => {
	await server?.stop();
	await closeDatabase();
	await database?.drop();
});

const form = { name: 'De nieuwe Linde', kind: 'po', region: 'midden' };

/** Guards `isTooLate` in hooks.server.ts: without it the form leads to a fresh proof and comes back empty. */
test('a form that stood open for too long does nothing, and gives back what was typed, to be sent again', async () => {
	const answer = await yvonne.send('/school', 'changeSchool', form);
	const page = await answer.text();
	expect(answer.status).toBe(409);
	expect(page).toContain('De nieuwe Linde');
	expect(page).toContain('Verstuur opnieuw');
	expect(page).toContain('action="/school?/changeSchool"');
	for (const [name, value] of Object.entries(form)) expect(page).toContain(`name="${name}" value="${value}"`);
	expect(page).toContain('target="_blank"');
	expect(answer.headers.get('cache-control')).toBe('no-store');
});

/** Guards `mustConfirm` in hooks.server.ts. Or who finds the computer reads the office's pages by sending it an empty form. */
test('nothing of the page it came from is shown', async () => {
	const looked = await yvonne.look('/school');
	expect(looked.status).toBe(303);
	const page = await (await yvonne.send('/school/gezag/' + cast.noor.id, 'checkAuthority', { proof: 'x' })).text();
	for (const word of ['Noor', 'Samira', 'Youssef']) expect(page).not.toContain(word);
});

test('a page that helps while somebody types hears it in a sentence, and keeps its words itself', async () => {
	const answer = await yvonne.send('/school', 'changeSchool', form, { script: true });
	const { type, status, data } = (await answer.json()) as { type: string; status: number; data: string };
	expect({ type, status }).toEqual({ type: 'failure', status: 409 });
	expect(data).toContain('langer dan een uur');
});

/** Guards the method asked for in `load` of that page. */
test('by itself that page is not there, and it sends nobody away to another site', async () => {
	expect((await yvonne.look('/inloggen/opnieuw/bewaard')).status).toBe(404);
	const away = await yvonne.send('/inloggen/opnieuw/bewaard?naar=https://evil.example.org', 'keep', { a: 'b' });
	expect(await away.text()).not.toContain('evil.example.org');
	expect((await caller(server.origin).send('/inloggen/opnieuw/bewaard', 'keep', { a: 'b' })).status).toBe(404);
});
