import { setClock } from '#platform/clock.server.ts';
import { closeDatabase, openDatabase } from '#platform/db.server.ts';
import { autumn } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { copyTemplate, rowsAsOwner, type RealDatabase, type Template } from '#tests/harness/databases.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { caller, tokenFor, type Caller } from './caller.ts';
import { furnishAll, type Objects } from './objects.ts';
import { personas, plantPersonas, type ChildName, type Persona } from './personas.ts';

/** Two schools with one of everything, twice: one that a server answers for, one for calls without a door. */
export type Ground = {
	objects: Record<ChildName, Objects>;
	server: Server;
	served: RealDatabase;
	/** The one that is open here. */
	called: RealDatabase;
	callerOf: (persona: Persona) => Caller;
	/** A session of its own for a door that ends one. */
	spareCallerOf: (persona: Persona) => Caller;
	leave: () => Promise<void>;
};

export async function prepareGround(template: Template): Promise<Ground> {
	setClock(autumn);
	const furnished = await copyTemplate(template);
	await openDatabase({ kind: 'server', url: furnished.app });
	await plantCast();
	await plantPersonas(furnished.owner);
	const objects = await furnishAll(furnished.owner);
	const tokens = new Map<string, string[]>();
	for (const { name, who, school } of personas) {
		const token = async () => (who ? [await tokenFor(school, who)] : []);
		tokens.set(name, [...(await token()), ...(await token())]);
	}
	await closeDatabase();

	const name = new URL(furnished.owner).pathname.slice(1);
	const [served, called] = [await copyTemplate({ ...template, name }), await copyTemplate({ ...template, name })];
	const server = await startServer('scripts/serve.ts', { DATABASE_URL: served.app });
	await caller(server.origin).send('/dev', 'setClock', { moment: '2026-09-22T09:15' });

	await openDatabase({ kind: 'server', url: called.app });

	return {
		...{ objects, server, served, called },
		callerOf: ({ name }) => caller(server.origin, tokens.get(name)![0]),
		spareCallerOf: ({ name }) => caller(server.origin, tokens.get(name)![1]),
		leave: async () => {
			await server.stop();
			await closeDatabase();
			for (const database of [served, called, furnished]) await database.drop();
		}
	};
}

/** What a look at a page leaves by itself: when somebody was last seen, and that they looked. */
const footprints = ['platform.session', 'platform.attempt', 'consent.look'];

/** How many rows each table has, and what they say together. */
export async function allRows(owner: string) {
	const tables = await rowsAsOwner<{ name: string }>(
		owner,
		`select format('%I.%I', schemaname, tablename) as name from pg_tables
		 where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`
	);
	const counts = tables
		.filter(({ name }) => !footprints.includes(name))
		.map(
			({ name }) =>
				`select '${name}' as name, count(*)::int, md5(string_agg(t::text, '|' order by t::text)) from ${name} t`
		);
	return rowsAsOwner(owner, `${counts.join(' union all ')} order by name`);
}
