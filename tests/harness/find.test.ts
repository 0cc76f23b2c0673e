import { expect, test } from 'vitest';
import { findBrowser, type BrowserMachine } from './find-browser.ts';
import { findPostgres, type Machine } from './find-postgres.ts';

const machine = (has: {
	url?: string;
	path?: string[];
	versions?: string[];
	native?: boolean;
	only?: boolean;
}): Machine => ({
	env: { TEST_DATABASE_URL: has.url, PATH: '/usr/local/bin:/usr/bin', TEST_POSTGRES: has.only ? 'package' : undefined },
	usable: (folder) => {
		const versioned = has.versions?.some((version) => folder === `/usr/lib/postgresql/${version}/bin`);
		return versioned || has.path?.includes(folder) ? folder : undefined;
	},
	versions: () => has.versions ?? [],
	native: () => (has.native ? '/native' : undefined)
});

test('PostgreSQL: a named server comes first, then the PATH, then the newest of Debian, then our package', () => {
	const everything = { url: 'postgres://x/y', path: ['/usr/bin'], versions: ['15', '17', '9'], native: true };
	expect(findPostgres(machine(everything))).toEqual({ from: 'url', url: 'postgres://x/y' });
	expect(findPostgres(machine({ ...everything, url: undefined }))).toEqual({ from: 'machine', bin: '/usr/bin' });
	expect(findPostgres(machine({ versions: ['15', '17', '9'], native: true }))).toEqual({
		from: 'machine',
		bin: '/usr/lib/postgresql/17/bin'
	});
	expect(findPostgres(machine({ native: true }))).toEqual({ from: 'package', native: '/native' });
	expect(findPostgres(machine({ ...everything, only: true }))).toEqual({ from: 'package', native: '/native' });
});

test('without any PostgreSQL the tests say what to do', () => {
	expect(() => findPostgres(machine({}))).toThrow(
		'install PostgreSQL 15 or later, or name a server with TEST_DATABASE_URL'
	);
});

const withFiles = (files: string[], only = false): BrowserMachine => ({
	env: { TEST_BROWSER: only ? 'package' : undefined },
	exists: (path) => files.includes(path),
	runs: (path) => files.includes(path),
	unpack: async () => '/unpacked'
});

test('browser: the one of Debian comes first, then ours, which brings libraries and letters only where they are missing', async () => {
	const chromium = '/usr/bin/chromium';
	const complete = ['/usr/lib/x86_64-linux-gnu/libnss3.so', '/etc/fonts/fonts.conf'];
	expect(await findBrowser(withFiles([chromium]))).toEqual({ from: 'machine', executable: chromium, env: {} });
	expect(await findBrowser(withFiles(complete))).toMatchObject({ from: 'package', env: {} });
	const bare = { LD_LIBRARY_PATH: '/unpacked/al2023/lib', FONTCONFIG_PATH: '/unpacked/fonts' };
	expect(await findBrowser(withFiles([]))).toEqual({ from: 'package', executable: '/unpacked/chromium', env: bare });
	expect(await findBrowser(withFiles([chromium, ...complete], true))).toMatchObject({ from: 'package', env: bare });
});
