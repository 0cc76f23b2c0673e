import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { autumn } from '#seeds/cast.ts';
import { now, setClock } from './clock.server.ts';
import * as trial from './trial-clock.server.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'eenlijn-clock-'));
});
afterEach(() => {
	setClock(undefined);
	rmSync(folder, { recursive: true });
});

const minute = 60_000;

test('a trial goes on by its own clock after a restart', () => {
	trial.setClock(autumn, folder);
	setClock(undefined);
	trial.restoreClock(folder);
	expect(now().getTime()).toBeGreaterThanOrEqual(autumn.getTime());
	expect(now().getTime()).toBeLessThan(autumn.getTime() + minute);
});

test('a trial that keeps its data elsewhere has no folder yet, and gets one for its clock', () => {
	const missing = join(folder, 'data');
	trial.setClock(autumn, missing);
	setClock(undefined);
	trial.restoreClock(missing);
	expect(now().getTime()).toBeGreaterThanOrEqual(autumn.getTime());
});

test('a clock that was never moved is the clock of the world', () => {
	setClock(autumn);
	trial.restoreClock(folder);
	expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(minute);
});
