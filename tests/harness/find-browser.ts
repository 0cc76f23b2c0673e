import { execFileSync } from 'node:child_process';
import {
	accessSync,
	chmodSync,
	constants,
	createReadStream,
	createWriteStream,
	existsSync,
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** A Chromium to start, and what it needs in its environment to find its libraries and letters. */
export type FoundBrowser = { from: 'machine' | 'package'; executable: string; env: Record<string, string> };

/** What the search looks at; the test of the search order gives a pretended machine. */
export type BrowserMachine = {
	env: Record<string, string | undefined>;
	exists: (path: string) => boolean;
	runs: (path: string) => boolean;
	unpack: () => Promise<string>;
};

const debian = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const libraries = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64'];

/** Debian's chromium, else the one in our packages. TEST_BROWSER=package skips the machine's. */
export async function findBrowser(machine: BrowserMachine = thisMachine): Promise<FoundBrowser> {
	const packageOnly = machine.env.TEST_BROWSER === 'package';
	const installed = packageOnly ? undefined : debian.find(machine.runs);
	if (installed) return { from: 'machine', executable: installed, env: {} };

	const folder = await machine.unpack();
	const env: Record<string, string> = {};
	const hasNss = !packageOnly && libraries.some((place) => machine.exists(join(place, 'libnss3.so')));
	if (!hasNss) env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
	if (packageOnly || !machine.exists('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts');
	return { from: 'package', executable: join(folder, 'chromium'), env };
}

export const thisMachine: BrowserMachine = { env: process.env, exists: existsSync, runs, unpack };

function runs(path: string) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Unpacks the packed browser once per version, next to the packages; two test runs at once don't disturb each other. */
async function unpack() {
	const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
	const folder = join(packed, '../../../.cache', `eenlijn-chromium-${process.arch}`);
	if (existsSync(folder)) return folder;

	mkdirSync(dirname(folder), { recursive: true });
	const fresh = mkdtempSync(`${folder}-`);
	await inflate(join(packed, 'chromium.br'), join(fresh, 'chromium'), 0o755);
	for (const name of ['al2023', 'fonts', 'swiftshader']) {
		const tar = join(fresh, `${name}.tar`);
		await inflate(join(packed, `${name}.tar.br`), tar, 0o644);
		const into = name === 'swiftshader' ? fresh : join(fresh, name);
		mkdirSync(into, { recursive: true });
		execFileSync('tar', ['-xf', tar, '-C', into]);
		rmSync(tar);
	}
	chmodSync(fresh, 0o755);
	try {
		renameSync(fresh, folder);
	} catch {
		rmSync(fresh, { recursive: true, force: true });
	}
	return folder;
}

async function inflate(from: string, to: string, mode: number) {
	await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }));
}
