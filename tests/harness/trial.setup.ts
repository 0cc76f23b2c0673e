import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { closeDatabase } from '#platform/db.server.ts';
import { openHouse } from '#platform/house.server.ts';
import { startServer } from './server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** A folder with an embedded database that is up to date and empty: to copy, making one takes seconds. */
		empty: string;
		/** Where the trial of the stories is, and the folder it works in. */
		home: string;
		folder: string;
	}
}

/** One trial for all stories, built first when its source changed. Without the demo school: each story brings its own. */
export default async function setup(project: TestProject) {
	const [empty, folder] = [await newFolder(), await newFolder()];
	await openHouse({ databaseUrl: undefined, dataDir: empty });
	await closeDatabase();
	// A folder with a database in it, empty as it is, is not filled with the demo.
	await cp(empty, folder, { recursive: true });
	const server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	project.provide('empty', empty);
	project.provide('home', server.origin);
	project.provide('folder', folder);
	return async () => {
		await server.stop();
		for (const each of [empty, folder]) await rm(each, { recursive: true, force: true });
	};
}

const newFolder = () => mkdtemp(join(tmpdir(), 'eenlijn-stories-'));
