import type { Instance, Liking, Party, Placed, Plan, Published, Request, Staff, Weights, Window } from './instance.ts';
import { usualWeights } from './objective.ts';
import { fieldsOf, Unreadable, type Fields } from './fields.input.ts';

/** `field` is a path such as `staff[3].windows[0].to`. */
export type Reading<T> = { ok: true; value: T } | { ok: false; field: string; expected: string };

/** From a parsed file to an instance that the planner can trust, or the first field that is wrong and what was expected. */
export function readInstance(data: unknown): Reading<Instance> {
	return reading(() => instanceFrom(fieldsOf(data, 'instance')));
}

export function readPlan(data: unknown): Reading<Plan> {
	return reading(() => {
		const plan = fieldsOf(data, 'plan');
		plan.oneOf('format', ['talkplan-solution/1']);
		return { format: 'talkplan-solution/1', instance: plan.text('instance'), talks: plan.list('talks').map(placed) };
	});
}

function reading<T>(read: () => T): Reading<T> {
	try {
		return { ok: true, value: read() };
	} catch (error) {
		if (error instanceof Unreadable) return { ok: false, field: error.field, expected: error.expected };
		throw error;
	}
}

function instanceFrom(file: Fields): Instance {
	file.oneOf('format', ['talkplan/1']);
	const days = file.list('days').map((day) => ({ id: day.text('id'), date: day.text('date') }));
	const zones = file.fields('zones');
	const names = zones.texts('names');
	const walk = zones.matrix('walk', names.length);
	const staff = file.list('staff').map((one) => staffFrom(one, days.length, names.length));
	const parties = file.list('parties').map((one) => partyFrom(one, days.length));
	const [knownStaff, knownParties] = [distinct(file, 'staff', staff), distinct(file, 'parties', parties)];
	const requests = file.list('requests').map((one) => requestFrom(one, days.length, knownStaff, knownParties));
	const knownRequests = distinct(file, 'requests', requests);
	const locks = file.list('locks', []).map((one) => lockFrom(one, days.length, knownRequests));
	distinct(
		file,
		'locks',
		locks.map(({ request }) => ({ id: request }))
	);
	const previous = file.has('previous') ? publishedFrom(file.fields('previous')) : null;
	return {
		format: 'talkplan/1',
		id: file.text('id'),
		days,
		zones: { names, walk },
		staff,
		parties,
		requests,
		weights: file.has('weights') ? weightsFrom(file.fields('weights')) : usualWeights,
		locks,
		previous
	};
}

function staffFrom(one: Fields, days: number, zones: number): Staff {
	return {
		id: one.text('id'),
		role: one.oneOf('role', ['teacher', 'ib', 'interpreter']),
		room: one.has('room') ? one.text('room') : null,
		zone: one.whole('zone', 0, zones - 1, 0),
		windows: one.list('windows').map((window) => windowFrom(window, days)),
		slot: one.whole('slot', 1, 1440),
		changeover: one.whole('changeover', 0, 1440, 0),
		maxRun: one.whole('maxRun', 0, 1440, 0),
		breakMin: one.whole('breakMin', 0, 1440, 0),
		maxPerDay: one.whole('maxPerDay', 0, 10_000, 0)
	};
}

function partyFrom(one: Fields, days: number): Party {
	return {
		id: one.text('id'),
		household: one.text('household'),
		maxDays: one.whole('maxDays', 1, 10_000, 99),
		windows: one.list('windows').map((window) => ({
			...windowFrom(window, days),
			cost: window.whole('cost', 0, 2, 0) as Liking
		}))
	};
}

function requestFrom(one: Fields, days: number, staff: Set<string>, parties: Set<string>): Request {
	const request: Request = {
		id: one.text('id'),
		pupil: one.text('pupil'),
		staff: one.known('staff', staff, 'the id of somebody in `staff`'),
		parties: one.known('parties', parties, 'the id of a party in `parties`'),
		minutes: one.whole('minutes', 1, 1440),
		place: one.oneOf('place', ['room', 'home', 'online'], 'room'),
		travel: one.whole('travel', 0, 720, 0),
		priority: one.oneOf('priority', ['must', 'normal', 'optional'], 'normal')
	};
	if (one.has('windows')) request.windows = one.list('windows').map((window) => windowFrom(window, days));
	return request;
}

function windowFrom(one: Fields, days: number): Window {
	const from = one.whole('from', 0, 1440);
	return { day: one.whole('day', 0, days - 1), from, to: one.whole('to', from + 1, 1440) };
}

function placed(one: Fields): Placed {
	return { request: one.text('request'), day: one.whole('day', 0, 100_000), start: one.whole('start', 0, 1440) };
}

function lockFrom(one: Fields, days: number, requests: Set<string>): Placed {
	const [request] = one.known('request', requests, 'the id of a request in `requests`');
	return { request: request!, day: one.whole('day', 0, days - 1), start: one.whole('start', 0, 1440) };
}

/** A published talk may be of a request, or on a day, that no longer exists. */
function publishedFrom(previous: Fields): { talks: Published[] } {
	return {
		talks: previous
			.list('talks')
			.map((one) => ({ ...placed(one), confirmed: one.has('confirmed') ? one.flag('confirmed') : true }))
	};
}

function weightsFrom(file: Fields): Weights {
	const unmet = file.fields('unmet');
	const pref = file.numbers('pref', 3) as Weights['pref'];
	const weight = (name: Exclude<keyof Weights, 'unmet' | 'pref'>) => file.weight(name, usualWeights[name]);
	return {
		unmet: { must: unmet.weight('must'), normal: unmet.weight('normal'), optional: unmet.weight('optional') },
		fairUnmet: weight('fairUnmet'),
		pref,
		waitPerMin: weight('waitPerMin'),
		waitOverPerMin: weight('waitOverPerMin'),
		waitFree: weight('waitFree'),
		extraDay: weight('extraDay'),
		idlePerMin: weight('idlePerMin'),
		staffDay: weight('staffDay'),
		moveSameDay: weight('moveSameDay'),
		moveOtherDay: weight('moveOtherDay'),
		moveUnconfirmedFactor: weight('moveUnconfirmedFactor'),
		dropPublished: weight('dropPublished')
	};
}

function distinct(file: Fields, name: string, list: { id: string }[]) {
	const seen = new Set<string>();
	list.forEach(({ id }, i) => {
		if (seen.has(id)) file.refuse(`${name}[${i}].id`, `an id that occurs once; ${JSON.stringify(id)} occurs before`);
		seen.add(id);
	});
	return seen;
}
