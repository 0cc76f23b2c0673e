import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// A zone nobody lives in by accident: what leans on the machine's clock falls over here.
process.env.TZ = 'Pacific/Chatham';

const minute = 60_000;

/**
 * house: the rules of the house · rooms: rules and use cases on the embedded database · access: who gets in ·
 * races: two at once, on real PostgreSQL · journeys: stories in a browser.
 */
export default defineConfig({
	plugins: [svelte({ configFile: false })],
	test: {
		maxWorkers: 2,
		passWithNoTests: true,
		testTimeout: 20_000,
		hookTimeout: 2 * minute,
		projects: [
			{ extends: true, test: { name: 'house', include: ['tests/{architecture,harness}/**/*.test.ts'] } },
			{
				extends: true,
				// One embedded database per worker, shared by the files it runs and emptied between tests.
				test: { name: 'rooms', include: ['{src,seeds,bench}/**/*.test.ts'], isolate: false }
			},
			{
				extends: true,
				test: {
					name: 'access',
					include: ['tests/access/**/*.test.ts'],
					globalSetup: ['tests/harness/builds.setup.ts', 'tests/harness/postgres.setup.ts']
				}
			},
			{
				extends: true,
				test: { name: 'races', include: ['tests/races/**/*.test.ts'], globalSetup: 'tests/harness/postgres.setup.ts' }
			},
			{
				extends: true,
				test: {
					name: 'journeys',
					include: ['tests/journeys/**/*.test.ts'],
					globalSetup: 'tests/harness/trial.setup.ts',
					testTimeout: 2 * minute,
					sequence: { groupOrder: 1 }
				}
			}
		]
	}
});
