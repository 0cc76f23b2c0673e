import type { Factor } from './factor.ts';
import { addMinutes } from './time.ts';

/** So long after somebody proved who they are, a door that asks for it opens without asking again. */
export const minutesFresh = 15;
/** So long a form that stood on the screen by then may still be sent: what was typed in it is not lost. */
const minutesToFinish = 60;

type Proved = { factors: readonly Factor[]; confirmedAt: Date | undefined };

/** Whether this session was proved lately enough to look (`GET`), or to send what was begun. The trial's personas always. */
export function isFresh({ factors, confirmedAt }: Proved, method: string, now: Date): boolean {
	if (factors.includes('persona')) return true;
	return !!confirmedAt && now <= addMinutes(confirmedAt, method === 'GET' ? minutesFresh : minutesToFinish);
}
