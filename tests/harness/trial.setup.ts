import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the trial of the stories is, and the folder it works in. */
		home: string;
		folder: string;
	}
}

/** One trial for all stories, built first when its source changed. Without the demo school: each story brings its own. */
export default async function setup(project: TestProject) {
	const folder = await mkdtemp(join(tmpdir(), 'eenlijn-stories-'));
	// A folder with a database in it, empty as it is, is not filled with the demo.
	await mkdir(join(folder, 'database'));
	const server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	project.provide('home', server.origin);
	project.provide('folder', folder);
	return async () => {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	};
}
