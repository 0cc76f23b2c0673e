import type { Staff } from '#modules/planner/instance.ts';
import type { Day } from '#platform/time.ts';
import { offeredBy } from './availability.ts';
import type { Talk } from './problem.ts';
import type { Pace, Situation } from './situation.ts';
import { type Span, without } from './span.ts';

const leastGrid = 5;
const noPace: Pace = { maxRun: 0, breakMinutes: 0, maxPerDay: 0 };

/** Teachers who lead, and who of school joins them: at the times they offer, or else whenever somebody does. */
export function staffOf(
	{ blocks, paces, round }: Situation,
	talks: readonly Talk[],
	days: Day[],
	busy: (who: string) => Span[]
) {
	const thirds = new Set(talks.flatMap(({ third }) => third ?? []));
	const people = new Set([...talks.map(({ lead }) => lead), ...thirds]);
	return [...people].map((id): Staff => {
		const led = talks.filter(({ lead }) => lead === id).map(({ minutes }) => minutes);
		const slot = led.reduce(divisor, led[0] ?? round.minutes);
		const own = offeredBy(id, blocks, days, busy, slot);
		const anywhere = days.flatMap((_, day) => without({ day, from: 0, to: 24 * 60 }, busy(id)));
		const { maxRun, breakMinutes, maxPerDay } = paces.get(id) ?? noPace;
		return {
			id,
			role: led.length ? 'teacher' : 'ib',
			room: own[0]?.block.location?.id ?? id,
			zone: 0,
			windows: (led.length || own.length ? own : anywhere).map(({ day, from, to }) => ({ day, from, to })),
			slot,
			changeover: 0,
			maxRun,
			breakMin: breakMinutes,
			maxPerDay: maxPerDay ? Math.max(1, Math.floor(maxPerDay / (led[0] ?? round.minutes))) : 0
		};
	});
}

function divisor(a: number, b: number): number {
	while (b) [a, b] = [b, a % b];
	return Math.max(leastGrid, a);
}
