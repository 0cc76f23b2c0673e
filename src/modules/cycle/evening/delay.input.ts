import { mostDelay } from './delay.ts';

/** How late, as a button sends it; undefined: no button of ours. */
export function parseMinutes(value: unknown): number | undefined {
	if (typeof value !== 'string' || !/^\d{1,3}$/.test(value)) return undefined;
	return Math.min(Number(value), mostDelay + 1);
}
