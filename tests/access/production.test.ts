import { execFile } from 'node:child_process';

import { promisify } from 'node:util';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { copyTemplate } from '#tests/harness/databases.ts';
import { onlyInTrial, trialWordsIn } from '#tests/harness/production.ts';
import { startServer, surroundings } from '#tests/harness/server.ts';

/** Guards `routesWithoutDev` in vite.config.ts. */
test('nothing of /dev is in the production build, and all of it is in the trial', () => {
	expect(trialWordsIn('build/production')).toEqual([]);
	const seen = trialWordsIn('build/trial').join('\n');
	for (const word of onlyInTrial.slice(0, 2)) expect(seen).toContain(word);
});

describe('production', () => {
	const complete = {
		DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
		ORIGIN: 'https://eenlijn.example.org',
		SMTP_URL: 'smtp://127.0.0.1:1'
	};

	/** Guards the names in `readConfig` (config.server.ts). */
	test.each(Object.keys(complete))('does not start without %s, and says so in a sentence', async (name) => {
		const said = await refusal({ ...complete, [name]: '' });
		expect(said).toMatch(new RegExp(`^${name} is missing: .+\\.$`));
	});

	test('names everything that is missing at once', async () => {
		expect((await refusal({})).split('\n')).toHaveLength(3);
	});

	test('with all three it serves from PostgreSQL, and /dev is not there', async () => {
		const database = await copyTemplate(inject('template'));
		onTestFinished(database.drop);
		const server = await startServer('scripts/serve.ts', {
			...complete,
			EENLIJN_BUILD: 'production',
			DATABASE_URL: database.app
		});
		onTestFinished(server.stop);
		expect(await (await fetch(`${server.origin}/api/health`)).json()).toEqual({ database: true, jobs: true });
		for (const path of ['/dev', '/dev/mailbox', '/dev/stories', '/dev/naast-elkaar']) {
			expect((await fetch(`${server.origin}${path}`)).status, path).toBe(404);
		}
		const home = await fetch(`${server.origin}/inloggen`);
		expect(home.headers.get('strict-transport-security')).toBeTruthy();
		expect(await home.text()).toContain('name="email"');
	});
});

async function refusal(settings: Record<string, string>) {
	const env = { ...surroundings(), EENLIJN_BUILD: 'production', ...settings };
	const refused = await promisify(execFile)(process.execPath, ['scripts/serve.ts'], { env }).catch((error) => error);
	expect(refused.code).toBe(1);
	return String(refused.stderr).trim();
}
