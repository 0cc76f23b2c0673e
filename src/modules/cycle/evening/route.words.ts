import * as m from '#words/compiled/messages.js';
import type { WayOn, Stage } from './route.ts';
import type { Location } from './zone.ts';

export const stageWords: Record<Stage, (() => string) | null> = {
	over: m.evening_route_over,
	now: m.evening_route_now,
	next: m.evening_route_next,
	later: null
};

/** `5 min. lopen naar gebouw B`. */
export function sayWalk({ walk, elsewhere }: WayOn, to: Location | null): string {
	if (!walk) return m.evening_route_stay();
	return elsewhere && to?.zone
		? m.evening_route_walk_to({ minutes: walk, zone: to.zone })
		: m.evening_route_walk({ minutes: walk });
}

/** `10 minuten de tijd: koffie in de aula`. */
export function sayWait({ wait }: WayOn, where: string): string {
	return where ? m.evening_route_wait_where({ minutes: wait, where }) : m.evening_route_wait({ minutes: wait });
}

/** `gebouw B · eerste verdieping, links`. */
export function sayWay(location: Location | null): string {
	return [location?.zone, location?.direction].filter(Boolean).join(' · ');
}
