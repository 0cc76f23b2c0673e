import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { setClock } from '#platform/clock.server.ts';
import { closeDatabase, openDatabase } from '#platform/db.server.ts';
import * as cast from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { copyTemplate, rowsAsOwner, type RealDatabase } from '#tests/harness/databases.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { actionsIn } from '../../scripts/doors-table.ts';
import { caller, signedIn, type Caller } from './caller.ts';
import { doorsOf, openDoors, type Door } from './doors.ts';
import { furnish } from './furnished.ts';
import { ownDoors, straysOf, type Stray } from './strays.ts';

/** Every address with a parameter and what can be done there, read from the files. */
const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.filter((path) => /^\((app|welcome)\).*\+(page\.server|server)\.ts$/.test(path))
	.map((path) => ({
		address: `/${path.split('/').slice(1, -1).join('/')}`,
		actions: actionsIn(readFileSync(`src/routes/${path}`, 'utf8')).map((action) => action.slice(2))
	}));
const withParameter = routes.filter(({ address }) => address.includes('[') && !openDoors[address]);
const without = routes.filter(({ address }) => !address.includes('['));

const strangers = { Rik: cast.stranger, Bram: cast.bram, Yvonne: cast.yvonne };
const fromDeEik = {
	'the office': cast.deEiksOffice,
	'a teacher': cast.mentor,
	'a parent': cast.milansMother,
	'a pupil': cast.milan
};
/** Whose business it is all the same. */
const business: Record<string, string[]> = {
	'/leerlingen/[id]/inkijken': ['Yvonne'],
	'/planner/[id]': ['Yvonne'],
	'/planner/[id]/bord': ['Yvonne'],
	'/planner/[id]/bord/plekken': ['Yvonne'],
	'/planner/[id]/bord/voortgang': ['Yvonne'],
	'/planner/[id]/papier': ['Yvonne'],
	'/planner/[id]/papier/[soort]': ['Yvonne'],
	'/planner/[id]/papier/brieven': ['Yvonne'],
	'/planner/[id]/instellen': ['Yvonne'],
	'/planner/[id]/cijfers': ['Yvonne'],
	'/planner/[id]/cijfers/csv': ['Yvonne'],
	'/school/gezag/[id]': ['Yvonne'],
	'/school/gezag/vraag/[id]': ['Yvonne'],
	'/school/import/[id]': ['Yvonne'],
	// Each school has kinds of talks of its own.
	'/school/gesprekken/[soort]': ['Yvonne', 'the office']
};

let database: RealDatabase;
let server: Server;
let doors: Record<string, Door>;
let strays: Stray[];
const callers = new Map<string, Caller>();

beforeAll(async () => {
	setClock(cast.autumn);
	database = await copyTemplate(inject('template'));
	await openDatabase({ kind: 'server', url: database.app });
	await plantCast();
	const ids = await furnish();
	doors = doorsOf(ids);
	server = await startServer('scripts/serve.ts', { DATABASE_URL: database.app });
	for (const [name, who] of Object.entries(strangers)) {
		callers.set(name, await signedIn(server.origin, cast.deLinde, who));
	}
	for (const [name, who] of Object.entries(fromDeEik)) {
		callers.set(name, await signedIn(server.origin, cast.deEik, who));
	}
	const set = await caller(server.origin).send('/dev', 'setClock', { moment: '2026-09-22T09:15' });
	expect(set.status).toBe(303);
	const [message] = await rowsAsOwner<{ id: string }>(database.owner, 'select id from notifications.message');
	strays = straysOf({ ...ids, message: message!.id });
});
afterAll(async () => {
	await server?.stop();
	await closeDatabase();
	await database?.drop();
});

test('every route with a parameter, and every action it has, is tried below', () => {
	const missing = withParameter.flatMap(({ address, actions }) =>
		doors[address]
			? actions.filter((action) => !doors[address]!.forms?.[action]).map((action) => `${address} ?/${action}`)
			: [address]
	);
	expect(missing).toEqual([]);
});

test('every action that takes somebody or something from a form is tried with what is another’s', () => {
	const tried = strays.map(({ path, action }) => `${path.split('?')[0]} ?/${action}`);
	const all = without.flatMap(({ address, actions }) => actions.map((action) => `${address} ?/${action}`));
	expect(all.filter((action) => !tried.includes(action) && !ownDoors[action] && !doors[action.split(' ')[0]!])).toEqual(
		[]
	);
});

test('what an address says was done may be anything: the page comes all the same', async () => {
	const yvonne = callers.get('Yvonne')!;
	for (const path of ['/profiel', '/school', '/beheer/post', doors['/planner/[id]']!.path]) {
		for (const done of ['open', 'nothing', 'constructor', 'valueOf', '__proto__']) {
			expect((await yvonne.look(`${path}?gedaan=${done}`)).status, `${path} ${done}`).toBe(200);
		}
	}
});

/** Guards the first redirect in `handle` of hooks.server.ts. */
test('whoever is not signed in is sent to the door', async () => {
	const nobody = caller(server.origin);
	for (const { path } of Object.values(doors)) {
		const answer = await nobody.look(path);
		expect([answer.status, answer.headers.get('location')], path).toEqual([303, expect.stringMatching(/^\/inloggen/)]);
	}
});

/** Guards `readerOf` in `circleIn` (circles.server.ts), `mayKeepSchool`, `mayLookIn` and `mayPlan` of rounds. */
describe.each([...Object.keys(strangers), ...Object.keys(fromDeEik)])('%s', (name) => {
	test('finds nothing there, and writes nothing', async () => {
		const before = await allRows();
		const found: string[] = [];
		for (const [address, { path, forms = {} }] of Object.entries(doors)) {
			if (business[address]?.includes(name)) continue;
			const { status } = await callers.get(name)!.look(path);
			if (status !== 404) found.push(`${address} ${status}`);
			for (const [action, form] of Object.entries(forms)) {
				const answer = await callers.get(name)!.send(path, action, form);
				if (answer.status !== 404) found.push(`${address} ?/${action} ${answer.status}`);
			}
		}
		expect(found).toEqual([]);
		expect(await allRows()).toEqual(before);
	});
});

/** Guards `account_id` in `end` of sessions.server.ts. */
test('a form of one’s own with what is another’s finds nothing, and writes nothing', async () => {
	const before = await allRows();
	const found: string[] = [];
	for (const { who, path, action, form } of strays) {
		const { status } = await callers.get(who)!.send(path, action, form);
		if (status !== 404) found.push(`${who}: ${path} ?/${action} ${status}`);
	}
	expect(found).toEqual([]);
	expect(await allRows()).toEqual(before);
});

/** What a page view leaves by itself: when somebody was last seen. */
const footprints = ['platform.session', 'platform.attempt'];

/** How many rows each table has, and what they say together. */
async function allRows() {
	const tables = await rowsAsOwner<{ name: string }>(
		database.owner,
		`select format('%I.%I', schemaname, tablename) as name from pg_tables
		 where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`
	);
	const counts = tables
		.filter(({ name }) => !footprints.includes(name))
		.map(
			({ name }) =>
				`select '${name}' as name, count(*)::int, md5(string_agg(t::text, '|' order by t::text)) from ${name} t`
		);
	return rowsAsOwner(database.owner, counts.join(' union all '));
}
