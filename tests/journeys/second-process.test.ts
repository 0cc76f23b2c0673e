import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { surroundings } from '#tests/harness/server.ts';

const commands = { 'a second server': 'scripts/start.ts', 'an import': 'scripts/eenlijn.ts' };

test.each(Object.entries(commands))('%s on the same folder is refused in a sentence', async (_, script) => {
	const words = script.endsWith('eenlijn.ts') ? ['import', '/tmp/leerlingen.xml'] : [];
	const env = { ...surroundings(), DATA_DIR: inject('folder'), PORT: '0' };
	const refused = await promisify(execFile)(process.execPath, [script, ...words], { env }).catch((error) => error);
	expect(refused.code).toBeGreaterThan(0);
	expect(refused.stderr).toMatch(
		/^The data folder .+ is in use by another process \(number \d+\)\. Stop that one first\.$/m
	);
	expect((await fetch(`${inject('home')}/api/health`)).status).toBe(200);
});
