import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the trial of the stories is, and the folder it works in. */
		home: string;
		folder: string;
	}
}

/** One trial for all stories, with the demo school in it, as `npm start` makes it: built first when its source changed. */
export default async function setup(project: TestProject) {
	const server = await startServer('scripts/start.ts', {});
	project.provide('home', server.origin);
	project.provide('folder', server.folder);
	return server.stop;
}
