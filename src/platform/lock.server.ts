import { mkdirSync, openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';

export class FolderInUse extends Error {
	constructor(folder: string, pid: number) {
		super(`The data folder ${folder} is in use by another process (number ${pid}). Stop that one first.`);
	}
}

/**
 * Hold `folder` for this process; two processes on one embedded database lose rows. What a process that is gone left
 * behind does not count. Returns how to let go. @throws FolderInUse
 */
export async function holdFolder(folder: string) {
	mkdirSync(folder, { recursive: true });
	const file = join(folder, 'in-use');
	for (;;) {
		try {
			const handle = openSync(file, 'wx');
			writeSync(handle, String(process.pid));
			closeSync(handle);
			const release = () => rmSync(file, { force: true });
			process.once('exit', release);
			return release;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
			const holder = Number(readFileSync(file, 'utf8')) || 0;
			if (isAlive(holder)) throw new FolderInUse(folder, holder);
			rmSync(file, { force: true });
		}
	}
}

function isAlive(pid: number) {
	if (!pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
