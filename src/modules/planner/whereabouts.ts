import type { Instance, Request, Staff } from './instance.ts';

/** Where a talk takes place. Outside school `zone` is -1 and `room` says which home or screen. */
export type Whereabouts = { room: string | null; zone: number; online: boolean; travel: number };

/** A talk is in the room of who leads it; at home and online there is no room at school. */
export function whereabouts(request: Request, lead: Staff): Whereabouts {
	const travel = request.place === 'home' ? request.travel : 0;
	if (request.place === 'room') return { room: lead.room, zone: lead.zone, online: false, travel };
	const room = `${request.place}:${request.parties[0]}`;
	return { room, zone: -1, online: request.place === 'online', travel };
}

/** Minutes from one talk to the next: none in the same room or to a screen, the longer journey for a home. */
export function minutesBetween(walk: Instance['zones']['walk'], from: Whereabouts, to: Whereabouts) {
	if (from.room === to.room) return 0;
	if (from.zone >= 0 && to.zone >= 0) return walk[from.zone]![to.zone]!;
	return from.online || to.online ? 0 : Math.max(from.travel, to.travel);
}

/** What of a talk matters to a member of staff: where it is, whether they lead it, whether it is at a home. */
export type StaffTalk = { at: Whereabouts; leads: boolean; home: boolean };

/**
 * Minutes a member of staff needs between two talks. A teacher stays in their own room and a journey to a home is
 * already inside the talk's own time; third persons walk.
 */
export function pauseNeeded(walk: Instance['zones']['walk'], staff: Staff, first: StaffTalk, next: StaffTalk) {
	const stays = first.home || next.home || (staff.role === 'teacher' && first.leads && next.leads);
	return Math.max(staff.changeover, stays ? 0 : minutesBetween(walk, first.at, next.at));
}
