// Checks everything: types, lint, format, then all tests. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUp, countTests, type Count } from './test-count.ts';

const checks: Record<string, string[]> = {
	types: ['svelte-check', '--fail-on-warnings', '--output', 'human'],
	lint: ['oxlint', '--deny-warnings'],
	format: ['prettier', '--check', '--log-level', 'warn', '.']
};

// Words after `npm test --` go to the tests alone: npm test -- --project rooms
const only = process.argv.slice(2);
const counts: Count[] = [];

for (const [name, command] of Object.entries(only.length ? {} : checks)) {
	const code = await run(name, command);
	counts.push({ passed: code ? 0 : 1, failed: code ? 1 : 0, skipped: 0 });
}

const folder = await mkdtemp(join(tmpdir(), 'eenlijn-test-'));
const report = join(folder, 'report.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const code = await run('tests', ['vitest', 'run', ...reporters, ...only]);
counts.push(countTests(await readFile(report, 'utf8').catch(() => undefined), code));
await rm(folder, { recursive: true, force: true });

const { passed, failed, skipped } = addUp(counts);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed ? 1 : 0;

/** Runs one of our tools in the foreground; being stopped stops it too. */
async function run(name: string, [tool, ...words]: string[]) {
	const started = Date.now();
	console.log(`── ${name} `.padEnd(60, '─'));
	const child = spawn(join('node_modules', '.bin', tool!), words, { stdio: ['ignore', 'inherit', 'inherit'] });
	const pass = (signal: NodeJS.Signals) => child.kill(signal);
	process.on('SIGINT', pass).on('SIGTERM', pass);
	const [code, signal] = await once(child, 'exit');
	process.off('SIGINT', pass).off('SIGTERM', pass);
	console.log(`── ${name}: ${code === 0 ? 'good' : 'NOT GOOD'}, ${Math.round((Date.now() - started) / 1000)} s\n`);
	if (signal) process.exit(130);
	return code as number;
}
