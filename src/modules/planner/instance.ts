/**
 * A planning problem, format `talkplan/1`: who can when, who has to talk with whom, what weighs how much.
 * All times are whole minutes after midnight; `day` is the place in `days`. A window holds a talk when the talk begins
 * at or after `from` and ends at or before `to`.
 */
export type Instance = {
	format: 'talkplan/1';
	id: string;
	days: Day[];
	zones: { names: string[]; walk: number[][] };
	staff: Staff[];
	parties: Party[];
	requests: Request[];
	weights: Weights;
	locks: Placed[];
	previous: { talks: Published[] } | null;
};

export type Day = { id: string; date: string };

export type Window = { day: number; from: number; to: number };

/** How a party likes a window: 0 preferred, 1 fine, 2 only if needed. No window at all means: cannot. */
export type Liking = 0 | 1 | 2;

export type PartyWindow = Window & { cost: Liking };

export type Staff = {
	id: string;
	role: 'teacher' | 'ib' | 'interpreter';
	room: string | null;
	zone: number;
	windows: Window[];
	/** Talks led by this person start at a whole number of slots after the start of a window. */
	slot: number;
	/** Minutes between two talks. */
	changeover: number;
	/** Longest stretch without a pause of `breakMin`; 0 is no limit. */
	maxRun: number;
	breakMin: number;
	/** Most talks on one day; 0 is no limit. */
	maxPerDay: number;
};

/** Adults who come together. */
export type Party = { id: string; household: string; maxDays: number; windows: PartyWindow[] };

export type Priority = 'must' | 'normal' | 'optional';

export type Place = 'room' | 'home' | 'online';

export type Request = {
	id: string;
	pupil: string;
	/** The first leads: the talk is in their room and on their grid. */
	staff: string[];
	parties: string[];
	minutes: number;
	place: Place;
	/** Minutes there, and the same back, for a home visit. */
	travel: number;
	priority: Priority;
	windows?: Window[];
};

export type Placed = { request: string; day: number; start: number };

export type Published = Placed & { confirmed?: boolean };

export type Weights = {
	unmet: Record<Priority, number>;
	fairUnmet: number;
	pref: [number, number, number];
	waitPerMin: number;
	waitOverPerMin: number;
	waitFree: number;
	extraDay: number;
	idlePerMin: number;
	staffDay: number;
	moveSameDay: number;
	moveOtherDay: number;
	moveUnconfirmedFactor: number;
	dropPublished: number;
};

export type Plan = { format: 'talkplan-solution/1'; instance: string; talks: Placed[] };

export function planOf(instance: Instance, talks: Placed[]): Plan {
	return { format: 'talkplan-solution/1', instance: instance.id, talks };
}
