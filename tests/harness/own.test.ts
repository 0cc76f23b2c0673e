import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect as see } from '@playwright/test';
import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { findBrowser, thisMachine as browserMachine } from './find-browser.ts';
import { findPostgres, thisMachine } from './find-postgres.ts';
import { startPostgres } from './postgres.ts';

// A machine with nothing: what `npm ci` brought must do, also where the machine has its own.
const ownPostgres = findPostgres({ ...thisMachine, env: { PATH: '' }, versions: () => [] });

describe('on a machine without PostgreSQL', () => {
	test('the one of our package runs, with the extensions we need', async () => {
		expect(ownPostgres.from).toBe('package');
		const postgres = await startPostgres({ source: ownPostgres });
		onTestFinished(postgres.stop);
		const client = new Client(postgres.url);
		await client.connect();
		onTestFinished(() => client.end());
		await client.query('create extension btree_gist');
		const { rows } = await client.query('show server_version_num');
		expect(Number(rows[0].server_version_num)).toBeGreaterThan(150_000);
	});

	test('nothing is left behind when the tests are killed', async () => {
		const script = `import { startPostgres } from './tests/harness/postgres.ts';
			console.log(new URL((await startPostgres()).url).port); setInterval(() => {}, 1000);`;
		const run = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const [said] = await once(run.stdout, 'data');
		const port = String(said).trim();
		expect(servers(port)).not.toEqual([]);
		run.kill('SIGKILL');
		await expect.poll(() => servers(port), { timeout: 10_000 }).toEqual([]);
	});
});

test('on a machine without a browser, ours opens a page and takes its picture', async () => {
	const server = createServer((_request, answer) => answer.setHeader('content-type', 'text/html').end(page)).listen(0);
	onTestFinished(() => void server.close());
	const browser = await openBrowser(await findBrowser({ ...browserMachine, exists: () => false, runs: () => false }));
	onTestFinished(() => browser.close());

	const tab = await browser.newPage();
	await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	await tab.getByRole('button', { name: 'Groet' }).click();
	await see(tab.getByRole('status')).toHaveText('Dag Samira');
	expect((await tab.screenshot()).length).toBeGreaterThan(2_000);
});

const page = `<!doctype html><title>Dag</title><button onclick="s.textContent = 'Dag Samira'">Groet</button><p role="status" id="s"></p>`;

/** The processes on this machine that serve PostgreSQL on `port`. */
function servers(port: string) {
	const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	return processes.filter((id) => {
		try {
			return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(`port=${port}`);
		} catch {
			return false;
		}
	});
}
