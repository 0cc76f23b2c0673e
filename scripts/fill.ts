/** Makes the embedded database of the trial and puts the demo school in it. What was broken off half-way starts anew. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '#platform/config.server.ts';
import { closeDatabase } from '#platform/db.server.ts';
import { openHouse } from '#platform/house.server.ts';
import { FolderInUse, holdFolder } from '#platform/lock.server.ts';
import { plantWhenEmpty } from '#seeds/when-empty.ts';

try {
	const { dataDir } = readConfig();
	mkdirSync(dataDir, { recursive: true });
	const mark = join(dataDir, 'being-filled');
	if (existsSync(mark)) await clear(dataDir);
	writeFileSync(mark, '');
	await openHouse({ databaseUrl: undefined, dataDir });
	await plantWhenEmpty();
	await closeDatabase();
	rmSync(mark);
} catch (error) {
	if (!(error instanceof FolderInUse)) throw error;
	console.error(error.message);
	process.exit(1);
}

async function clear(dataDir: string) {
	const release = await holdFolder(dataDir);
	rmSync(join(dataDir, 'database'), { recursive: true, force: true });
	release();
}
