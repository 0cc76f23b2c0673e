// Asks for everybody whether they get in where they should, and nowhere else; the last line says how often. `--json`: in data.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = await mkdtemp(join(tmpdir(), 'eenlijn-access-'));
const report = join(folder, 'access.json');
const env = { ...process.env, ACCESS_REPORT: report };
const words = ['run', '--project', 'access', 'tests/access/matrix.test.ts'];
const child = spawn(join('node_modules', '.bin', 'vitest'), words, { env, stdio: ['ignore', 'inherit', 'inherit'] });
const [code] = await once(child, 'exit');
const counted = await readFile(report, 'utf8').catch(() => undefined);
await rm(folder, { recursive: true, force: true });
process.exitCode = code || !counted ? 1 : 0;
if (counted) console.log(process.argv.includes('--json') ? counted : table(JSON.parse(counted)));

function table(counts: Record<string, number>) {
	return Object.entries(counts)
		.map(([name, count]) => `${name.padEnd(10)}${String(count).padStart(7)}`)
		.join('\n');
}
