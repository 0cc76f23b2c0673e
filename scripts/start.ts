/** `npm start`: the trial. Builds when needed, makes and fills the embedded database when there is none, and serves. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '#platform/config.server.ts';
import { build, isFresh, run } from './build.ts';
import { serve } from './serve.ts';

process.env.EENLIJN_BUILD = 'trial';
if (process.env.DATABASE_URL) {
	console.log('The trial works on its own embedded database; DATABASE_URL is for "npm run serve" and is left alone.');
	delete process.env.DATABASE_URL;
}

try {
	const { dataDir } = readConfig();
	const empty = !existsSync(join(dataDir, 'database')) || existsSync(join(dataDir, 'being-filled'));
	const stale = !isFresh('trial');
	if (stale) console.log('Building the trial…');
	if (empty) console.log('Setting up the demo school…');
	// Each in a process of its own, at the same time; the one that fills the folder has let go of it before it is served.
	await Promise.all([stale && build('trial'), empty && run('node', ['scripts/fill.ts'])]);
	const origin = await serve();
	console.log(`Eenlijn is at ${origin}\nBecome anybody of the demo school, and read the mail: ${origin}/dev`);
} catch (error) {
	console.error((error as Error).message);
	process.exit(1);
}
