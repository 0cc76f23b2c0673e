import { addMinutes } from '#platform/time.ts';
import { minutesLate, type Delay } from './delay.ts';
import { hasBegun, type Stop } from './stop.ts';
import { minutesOnFoot, type Walking } from './zone.ts';

/** What lies between two talks of a family: a walk, time to wait, or less time than they need. All in minutes. */
export type WayOn = { walk: number; elsewhere: boolean; wait: number; short: number };

/** A talk on the way of a family. `expectedAt`: when it will begin, as far as is known now; the agreed time stays what it is. */
export type Station<S extends Stop = Stop> = S & {
	late: number;
	expectedAt: Date;
	expectedEnd: Date;
	/** To the next one; without a next one there is none. */
	leg: WayOn | null;
};

/** Less is no waiting: one finds a chair in the corridor. */
export const leastWait = 5;

const minutesBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 60_000);

/** The talks of one family on one evening, in order, with the way from each to the next. A talk that began is not late any more. */
export function routeOf<S extends Stop>(
	stops: readonly S[],
	delays: readonly Delay[],
	walking: Pick<Walking, 'near' | 'far'>,
	now: Date
): Station<S>[] {
	const ordered = stops.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
	const stations = ordered.map((stop): Station<S> => {
		const late = hasBegun(stop) || isBehind(stop, delays, now) ? 0 : minutesLate(delays, stop.teacher);
		const expectedAt = stop.startedAt ?? addMinutes(stop.startsAt, late);
		const length = minutesBetween(stop.startsAt, stop.endsAt);
		return { ...stop, late, expectedAt, expectedEnd: stop.heldAt ?? addMinutes(expectedAt, length), leg: null };
	});
	return stations.map((station, at) => {
		const next = stations[at + 1];
		return next ? { ...station, leg: legOf(station, next, walking) } : station;
	});
}

function legOf(from: Station, to: Station, walking: Pick<Walking, 'near' | 'far'>): WayOn {
	const walk = minutesOnFoot(walking, from.location, to.location);
	const slack = minutesBetween(from.expectedEnd, to.expectedAt) - walk;
	return {
		walk,
		elsewhere: Boolean(from.location && to.location && from.location.zone !== to.location.zone),
		wait: slack >= leastWait ? slack : 0,
		short: Math.max(0, -slack)
	};
}

/** Its time is over, also with the delay: nobody waits for it any more. */
function isBehind({ endsAt, teacher }: Stop, delays: readonly Delay[], now: Date) {
	return addMinutes(endsAt, minutesLate(delays, teacher)) <= now;
}

/** Where a family is on its way: what is over, what is now, what is next, what is still to come. */
export type Stage = 'over' | 'now' | 'next' | 'later';

export function stagesOf(stations: readonly Station[], now: Date): Stage[] {
	const isOver = ({ heldAt, expectedEnd }: Station) => heldAt !== null || expectedEnd <= now;
	const next = stations.findIndex((station) => !isOver(station));
	return stations.map((station, at) => {
		if (isOver(station)) return 'over';
		if (at !== next) return 'later';
		return station.startedAt || station.expectedAt <= now ? 'now' : 'next';
	});
}

/** The first talk that a family will not make in time, since the one before it runs late. */
export function missedBy(stations: readonly Station[]): { late: Station; next: Station } | undefined {
	const at = stations.findIndex(({ late, leg }) => late > 0 && (leg?.short ?? 0) > 0);
	return at < 0 ? undefined : { late: stations[at]!, next: stations[at + 1]! };
}
