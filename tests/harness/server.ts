import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { freePort, letGo, spawnGuarded } from './guard.ts';

/** The product as people run it: a process of its own, on a port of its own. */
export type Server = {
	origin: string;
	pid: number;
	/** Its DATA_DIR. */
	folder: string;
	/** What it said until now. */
	log: () => Promise<string>;
	/** Ask it to stop, and wait until it has. Its own folder is gone then. */
	stop: () => Promise<void>;
};

const patience = 120_000;

/**
 * Runs a script of this project that serves, and waits until it answers that all is well. Without DATA_DIR among the settings
 * it works in a folder that goes away with it; with PORT it takes the place of one that died. It dies with the process that started it. @throws what it said, when it stops.
 */
export async function startServer(script: 'scripts/start.ts' | 'scripts/serve.ts', settings: Record<string, string>) {
	const home = await mkdtemp(join(tmpdir(), 'eenlijn-server-'));
	const port = settings.PORT ? Number(settings.PORT) : await freePort();
	const env = { ...surroundings(), PORT: String(port), DATA_DIR: join(home, 'data'), LOG_LEVEL: 'warn', ...settings };
	await mkdir(env.DATA_DIR, { recursive: true });
	const guard = spawnGuarded([process.execPath, script], { home, env, signal: 'TERM', cwd: resolve('.') });
	const log = () => readFile(join(home, 'log'), 'utf8').catch(() => '');
	const stop = () => letGo(guard);
	const origin = `http://localhost:${port}`;
	try {
		await wellAt(origin, join(home, 'pid'), guard);
	} catch (problem) {
		const said = await log();
		await stop();
		throw new Error(`The server did not start.\n${said}`, { cause: problem });
	}
	const pid = Number(await readFile(join(home, 'pid'), 'utf8'));
	return { origin, pid, folder: env.DATA_DIR, log, stop } satisfies Server;
}

/** What a program of ours needs from this process, and none of its settings. */
export function surroundings(): Record<string, string> {
	const path = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
	return { PATH: path, TZ: process.env.TZ ?? 'Pacific/Chatham' };
}

async function wellAt(origin: string, pidFile: string, guard: ChildProcess) {
	const deadline = Date.now() + patience;
	for (;;) {
		const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
		if (answer?.ok) return;
		const pid = Number(await readFile(pidFile, 'utf8').catch(() => '')) || undefined;
		if ((pid && !isAlive(pid)) || guard.exitCode !== null || Date.now() > deadline)
			throw new Error(`not well: ${origin}`);
		await new Promise((again) => setTimeout(again, 100));
	}
}

/** A process that has died but that its parent has not looked after yet doesn't count. */
function isAlive(pid: number) {
	try {
		return !/\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch {
		return false;
	}
}
