import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as clock from './clock.server.ts';

const fileIn = (dataDir: string) => join(dataDir, 'clock');

/**
 * Put the clock of a trial at `moment`; it ticks on from there, over a restart too. How far it is from the world's, in
 * milliseconds, stands in a file of the trial's folder. Without a moment it goes by the world's again.
 */
export function setClock(moment: Date | undefined, dataDir: string) {
	mkdirSync(dataDir, { recursive: true });
	writeFileSync(fileIn(dataDir), String(moment ? moment.getTime() - Date.now() : 0));
	clock.setClock(moment);
}

/** Go on by the clock that this trial was left with; one that was never moved goes by the world's. */
export function restoreClock(dataDir: string) {
	const file = fileIn(dataDir);
	const offset = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
	clock.setClock(offset ? new Date(Date.now() + offset) : undefined);
}
