import type { TestProject } from 'vitest/node';
import { prepareTemplate, removeTemplate, type Template } from './databases.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		template: Template;
	}
}

/** One PostgreSQL for a whole test run; each test file gets a database of its own (`useRealDatabase`). */
export default async function setup(project: TestProject) {
	const postgres = await startPostgres();
	const template = await prepareTemplate(postgres.url);
	project.provide('template', template);
	return async () => {
		await removeTemplate(template);
		await postgres.stop();
	};
}
