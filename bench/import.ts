import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readFiles } from '#modules/people/import/file.input.ts';
import { commandLine, openSchool } from '#modules/people/import/imports.server.ts';
import { closeDatabase } from '#platform/db.server.ts';
import { openHouse } from '#platform/house.server.ts';
import { autumn } from '#seeds/cast.ts';
import served from '../package.json' with { type: 'json' };
import { office, schoolFiles } from './files.ts';
import type { LargeImport } from './large-import.ts';

/** A large school into PostgreSQL, in a process like the one that serves so that its memory can be seen (`large-import.ts`). */
export async function measureLargeImport(): Promise<LargeImport> {
	const flags = served.scripts.serve.match(/--\S+/g) ?? [];
	const { stdout } = await promisify(execFile)(process.execPath, [...flags, 'bench/large-import.ts'], {
		maxBuffer: 1e7
	});
	return JSON.parse(stdout.trim().split('\n').at(-1)!) as LargeImport;
}

/** Seconds from the bytes of two files (1,000 pupils, 1,800 guardians) to rows in the embedded database. */
export async function measureImport(): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'eenlijn-bench-'));
	await openHouse({ databaseUrl: undefined, dataDir: folder });
	try {
		const files = schoolFiles('97XX', 1000, 1800);
		const started = performance.now();
		const roster = readFiles(files);
		if (!roster.ok) throw new Error(`The file of the measurement is unreadable: ${roster.reason}`);
		const who = { person: commandLine, now: autumn, language: 'nl' as const };
		const opened = await openSchool(who, roster.value, { name: 'De Meetlat', office: office('97XX') }, false);
		if (!opened.ok) throw new Error(`The import of the measurement was refused: ${opened.reason}`);
		return (performance.now() - started) / 1000;
	} finally {
		await closeDatabase();
		await rm(folder, { recursive: true, force: true });
	}
}
