/** Builds the product: `npm run build` for production, without /dev; `npm start` builds the trial when its source changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Build = 'trial' | 'production';

const sources = ['src', 'static', 'project.inlang', 'vite.config.ts', 'package-lock.json'];

export async function build(which: Build) {
	const before = stamp();
	await run('vite', ['build', '--logLevel', 'warn'], { EENLIJN_BUILD: which, NODE_ENV: 'production' });
	mkdirSync('build', { recursive: true });
	writeFileSync(stampFile(which), before);
}

export function isFresh(which: Build) {
	const file = stampFile(which);
	return existsSync(`build/${which}/handler.js`) && existsSync(file) && readFileSync(file, 'utf8') === stamp();
}

/** Run a program of this project to its end. @throws when it fails. */
export function run(command: string, parameters: string[], env: Record<string, string> = {}) {
	return new Promise<void>((done, failed) => {
		const child = spawn(command, parameters, { stdio: 'inherit', env: { ...process.env, ...env } });
		child.once('error', failed);
		child.once('exit', (code) =>
			code === 0 ? done() : failed(new Error(`${command} ${parameters.join(' ')} stopped with ${code ?? 'a signal'}.`))
		);
	});
}

function stampFile(which: Build) {
	return `build/${which}.stamp`;
}

/** The files that go into a build and when each was last written; what the compiler itself writes doesn't count. */
function stamp() {
	const hash = createHash('sha256').update(process.version);
	for (const source of sources) {
		for (const file of filesUnder(source).sort()) hash.update(`${file} ${statSync(file).mtimeMs}\n`);
	}
	return hash.digest('hex');
}

function filesUnder(path: string): string[] {
	if (path === join('src', 'words', 'compiled')) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path).flatMap((entry) => filesUnder(join(path, entry)));
}

if (import.meta.main) {
	try {
		await build('production');
		console.log('Built into build/production. "npm run serve" serves it; docs/deploy.md says what it needs.');
	} catch (error) {
		console.error((error as Error).message);
		process.exit(1);
	}
}
