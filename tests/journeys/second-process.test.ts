import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, onTestFinished, test } from 'vitest';
import { surroundings } from '#tests/harness/server.ts';
import { files } from './own-school.ts';

async function refusal(...command: string[]) {
	const env = { ...surroundings(), DATA_DIR: inject('folder'), PORT: '0' };
	const refused = await promisify(execFile)(process.execPath, command, { env }).catch((error) => error);
	expect(refused.code).toBeGreaterThan(0);
	expect((await fetch(`${inject('home')}/api/health`)).status).toBe(200);
	return String(refused.stderr).trim();
}

test('a second server on the same folder is refused in a sentence', async () => {
	const said = await refusal('scripts/start.ts');
	expect(said).toMatch(/^The data folder .+ is in use by another process \(number \d+\)\. Stop that one first\.$/);
});

test('so is an import from the command line, which leaves the school as it is', async () => {
	const file = join(tmpdir(), `leerlingen-${process.pid}.xml`);
	await writeFile(file, files.pupils.buffer);
	onTestFinished(() => rm(file));
	const said = await refusal('scripts/eenlijn.ts', 'import', '--create', file);
	expect(said).toBe('De map met gegevens is in gebruik. Zet de server eerst stil en probeer het dan opnieuw.');
});
