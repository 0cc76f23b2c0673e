import { execFile, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findPostgres, type PostgresSource } from './find-postgres.ts';
import { freePort, letGo, spawnGuarded } from './guard.ts';

/** A running PostgreSQL. `url` logs in as the owner of everything; `stop` leaves no process and no file behind. */
export type Postgres = { url: string; from: PostgresSource['from']; stop: () => Promise<void> };

type Options = {
	/** Keep fsync on: for measurements. Tests go without, they have nothing to lose in a power cut. */
	durable?: boolean;
	source?: PostgresSource;
};

type User = { uid: number; gid: number } | undefined;

/**
 * Starts a PostgreSQL of our own on 127.0.0.1, or hands over the one TEST_DATABASE_URL names.
 * It dies with the process that started it, also when that one is killed.
 */
export async function startPostgres({ durable = false, source = findPostgres() }: Options = {}): Promise<Postgres> {
	if (source.from === 'url') return { url: source.url, from: 'url', stop: async () => {} };

	const user = await unprivilegedUser();
	const home = await mkdtemp(join(tmpdir(), 'eenlijn-postgres-'));
	const password = randomBytes(12).toString('hex');
	await writeFile(join(home, 'password'), password);
	const bin = source.from === 'machine' ? source.bin : await copyNative(source.native, home);
	if (user) await run('chown', ['-R', `${user.uid}:${user.gid}`, home]);

	const setUp = [
		'-U',
		'owner',
		'-A',
		'scram-sha-256',
		'-E',
		'UTF8',
		'--locale=C',
		'-N',
		'--pwfile',
		join(home, 'password')
	];
	await run(join(bin, 'initdb'), ['-D', join(home, 'data'), ...setUp], { cwd: home, env: bare, ...user });

	const port = await freePort();
	const command = [join(bin, 'postgres'), ...settings(home, port, durable)];
	const guard = spawnGuarded(command, { home, env: bare, signal: 'QUIT', user });
	const url = `postgresql://owner:${password}@127.0.0.1:${port}/postgres`;
	const stop = async () => {
		await letGo(guard);
		await rm(home, { recursive: true, force: true });
	};
	try {
		await answering(url, guard);
	} catch (problem) {
		const log = await readFile(join(home, 'log'), 'utf8').catch(() => '');
		await stop();
		throw new Error(`PostgreSQL did not start.\n${log}`, { cause: problem });
	}
	return { url, from: source.from, stop };
}

const run = promisify(execFile);
const bare = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

function settings(home: string, port: number, durable: boolean) {
	const always = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 200 };
	const memory = { shared_buffers: '256MB', dynamic_shared_memory_type: 'posix', timezone: 'UTC', log_timezone: 'UTC' };
	const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };
	const all = Object.entries({ ...always, ...memory, ...(durable ? {} : careless) });
	return ['-D', join(home, 'data'), ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** PostgreSQL refuses root, so root lends it the account of `postgres` or, on a machine without, of `nobody`. */
async function unprivilegedUser(): Promise<User> {
	if (process.getuid?.() !== 0) return undefined;
	const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
	for (const wanted of ['postgres', 'nobody']) {
		const found = accounts.find(([name]) => name === wanted);
		if (found) return { uid: Number(found[2]), gid: Number(found[3]) };
	}
	throw new Error(
		'PostgreSQL does not run as root, and this machine has no account `postgres` or `nobody` to run it as.'
	);
}

/** Another user can't reach a clone below root's home, and npm drops links: copy the binaries out and tie the links again. */
async function copyNative(native: string, home: string) {
	const copy = join(home, 'native');
	await cp(native, copy, { recursive: true, filter: (path) => !path.endsWith('.a') && !path.includes('/pkgconfig') });
	const links: { source: string; target: string }[] = JSON.parse(
		await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
	);
	for (const { source, target } of links) {
		const link = join(copy, '..', target);
		await rm(link, { force: true });
		await symlink(basename(source), link);
	}
	return join(copy, 'bin');
}

async function answering(url: string, guard: ChildProcess) {
	const deadline = Date.now() + 30_000;
	for (;;) {
		const client = new Client(url);
		try {
			await client.connect();
			return;
		} catch (problem) {
			if (guard.exitCode !== null || Date.now() > deadline) throw problem;
			await new Promise((resolve) => setTimeout(resolve, 50));
		} finally {
			await client.end().catch(() => {});
		}
	}
}
