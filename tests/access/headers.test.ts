import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { setClock } from '#platform/clock.server.ts';
import { closeDatabase, openDatabase } from '#platform/db.server.ts';
import { cookieName } from '#platform/sessions.server.ts';
import { autumn, deLinde, noor, samira, yvonne } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { copyTemplate, type RealDatabase } from '#tests/harness/databases.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { tokenFor } from './caller.ts';
import { expected, gradeByObservatory, gradeBySecurityHeaders, policyOf, untold } from './header-rules.ts';

/** Guards `headersOf` in src/platform/headers.ts and the policy in vite.config.ts. */
const origin = 'https://eenlijn.example.org';
const evil = 'https://evil.example';

let database: RealDatabase;
let server: Server;
let [samirasCookie, yvonnesCookie] = ['', ''];

beforeAll(async () => {
	setClock(autumn);
	database = await copyTemplate(inject('template'));
	await openDatabase({ kind: 'server', url: database.app });
	await plantCast();
	samirasCookie = `${cookieName}=${await tokenFor(deLinde, samira)}`;
	yvonnesCookie = `${cookieName}=${await tokenFor(deLinde, yvonne)}`;
	server = await startServer('scripts/serve.ts', { DATABASE_URL: database.app, ORIGIN: origin });
});
afterAll(async () => {
	await server?.stop();
	await closeDatabase();
	await database?.drop();
});

const ask = (path: string, more: RequestInit = {}) => fetch(server.origin + path, { redirect: 'manual', ...more });
const as = (cookie: string) => ({ headers: { cookie, accept: 'text/html' } });
const post = (
	path: string,
	from: string | undefined,
	type = 'application/x-www-form-urlencoded',
	body = 'email=a@b.nl'
) => ask(path, { method: 'POST', body, headers: { 'content-type': type, ...(from ? { origin: from } : {}) } });
const anAsset = async () => /_app\/immutable\/[^"']+/.exec(await (await ask('/inloggen')).text())![0];

const answers: Record<string, () => Promise<Response>> = {
	'a page for everybody': () => ask('/inloggen'),
	'a page of who is signed in': () => ask('/vandaag', as(samirasCookie)),
	'a page with a script': () => ask('/uitnodiging'),
	'a child’s page': () => ask(`/leerlingen/${noor.id}`, as(samirasCookie)),
	'a page that is not there': () => ask('/nergens'),
	'what somebody may not see': () => ask('/school', as(samirasCookie)),
	'being led on': () => ask('/'),
	'a form that was sent': () => post('/inloggen?/ask', origin),
	'a form from another site': () => post('/inloggen?/ask', evil),
	'a form that is too large': () =>
		ask('/inloggen?/ask', {
			method: 'POST',
			body: 'x'.repeat(26 * 1024 * 1024),
			headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }
		}),
	'a way that does not exist': () => ask('/inloggen', { method: 'DELETE', headers: { origin } }),
	'a file of the build': async () => ask(`/${await anAsset()}`),
	'a file beside it': () => ask('/mark.svg'),
	'what machines ask': () => ask('/api/health'),
	'where to report a weakness': () => ask('/.well-known/security.txt')
};

describe.each(Object.entries(answers))('%s', (_name, answer) => {
	test('has the top grade of the graders of headers, and tells nothing about the machine', async () => {
		const { headers } = await answer();
		const seen = { headers, https: true };
		expect(gradeByObservatory(seen)).toMatchObject({ grade: 'A+', lost: [] });
		expect(gradeBySecurityHeaders(seen)).toEqual({ grade: 'A+', missing: [] });
		for (const [name, wanted] of Object.entries(expected)) expect(headers.get(name), name).toMatch(wanted);
		expect(untold.filter((name) => headers.has(name))).toEqual([]);
	});
});

test('a page lets in no script and no style that is not its own, and stands in no frame', async () => {
	const policy = policyOf(await ask('/uitnodiging'));
	expect(policy.get('script-src')!.join(' ')).toMatch(/^'self' 'nonce-[\w+/=]{20,}'$/);
	for (const sources of policy.values()) {
		expect(sources.join(' ')).not.toMatch(/'unsafe-(inline|eval)'|\*|https?:/);
	}
	expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
	expect(policy.get('base-uri')).toEqual(["'none'"]);
	expect(policy.get('form-action')).toEqual(["'self'"]);
	const nonces = [policy, policyOf(await ask('/uitnodiging'))].map((one) => one.get('script-src')!.join());
	expect(nonces[0]).not.toBe(nonces[1]);
});

/** Guards `no-store` in src/hooks.server.ts. */
test('what somebody reads who is signed in is kept on no device', async () => {
	for (const path of ['/vandaag', '/profiel', '/profiel/apparaten', `/leerlingen/${noor.id}`]) {
		expect((await ask(path, as(samirasCookie))).headers.get('cache-control'), path).toMatch(/no-store/);
	}
	expect((await ask(`/${await anAsset()}`)).headers.get('cache-control')).toMatch(/immutable/);
});

/** Guards that `csrf` in vite.config.ts trusts no other origin: red with one. */
test('a form from another site, or from nowhere, is refused whatever it calls itself', async () => {
	for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
		for (const from of [evil, 'null', undefined, `${origin}.evil.example`, 'http://eenlijn.example.org']) {
			expect((await post('/inloggen?/ask', from, type)).status, `${type} from ${from}`).toBe(403);
		}
	}
	const letters = await ask('/school/uitnodigingen/brieven', {
		method: 'POST',
		body: new URLSearchParams(),
		headers: { cookie: yvonnesCookie, origin: evil }
	});
	expect(letters.status).toBe(403);
});

/** Guards `httpOnly` in `setSessionCookie`. */
test('cookies cannot be read by a script, and do not travel without https or from another site', async () => {
	const become = await ask('/dev?/become', {
		method: 'POST',
		body: new URLSearchParams({ school: deLinde, person: samira.id }),
		headers: { origin }
	});
	const asked = await post('/inloggen?/ask', origin);
	const cookies = [...become.headers.getSetCookie(), ...asked.headers.getSetCookie()];
	expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([cookieName, 'eenlijn-inloggen']);
	for (const cookie of cookies) {
		for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(flag);
		expect(cookie).not.toMatch(/Domain=/i);
	}
});

/** Guards `BODY_SIZE_LIMIT` in scripts/serve.ts. */
test('what is too large is refused before anybody reads it', async () => {
	expect((await answers['a form that is too large']!()).status).toBe(413);
});

test('the graders see what is missing', () => {
	const bare = { headers: new Headers(), https: true };
	expect(gradeByObservatory(bare)).toMatchObject({ grade: 'D', score: 30 });
	expect(gradeBySecurityHeaders(bare).missing).toHaveLength(6);
	const lax = new Headers({ 'content-security-policy': "default-src 'self'; script-src 'unsafe-inline'" });
	expect(gradeByObservatory({ headers: lax, https: true }).lost.map(({ name }) => name)).toContain(
		'content security policy'
	);
});
