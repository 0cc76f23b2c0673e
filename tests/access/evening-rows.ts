import type { Door, Form } from './doors.ts';
import type { Furnished } from './furnished.ts';
import { anyOffice, atTheTable, found, guardians, inGroup, only, staff, type Policy } from './policies.ts';
import type { Args } from './use-cases.ts';

const walkers = [...guardians, 'pupil'] as const;
const walks = inGroup(found(...walkers));
const talkers = [...guardians, 'pupil', ...staff] as const;

/** Who gets in on the evening of a round: families on their route, teachers on their list, the office at the rooms. */
export const eveningDoors: Record<string, Policy> = {
	'/afspreken/[round]/route': walks,
	'/afspreken/[round]/route ?/shift': only(guardians, walkers),
	'/afspreken/[round]/route ?/swap': only(guardians, walkers),
	'/afspreken/[round]/route/agenda.ics': walks,
	'/afspreken/[round]/live': inGroup(found(...walkers, 'teacher')),
	'/aanbod/[round]/avond': found('teacher'),
	'/aanbod/[round]/avond ?/runLate': found('teacher'),
	'/aanbod/[round]/avond ?/start': only(atTheTable, talkers),
	'/aanbod/[round]/avond ?/hold': only(['teacher'], talkers),
	'/planner/lokalen': anyOffice,
	'/planner/lokalen ?/keep': anyOffice,
	'/planner/lokalen ?/add': anyOffice
};

export const eveningUseCases: Record<string, Policy> = {
	'cycle/evening/zones.get': anyOffice,
	'cycle/evening/zones.keep': anyOffice,
	'cycle/evening/zones.add': anyOffice,
	'cycle/evening/delays.runLate': found('teacher'),
	'cycle/evening/routes.get': walks,
	'cycle/evening/turns.mine': found('teacher'),
	'cycle/evening/following.glance': inGroup(found(...walkers, 'teacher')),
	'cycle/evening/following.watch': inGroup(found(...walkers, 'teacher')),
	// Nobody has two talks on the day that is asked about; evenings.test.ts holds who does.
	'cycle/evening/evenings.ofToday': found(),
	'cycle/evening/shifts.shift': only(guardians, walkers),
	'cycle/evening/shifts.swap': only(guardians, walkers)
};

const round: Args = ({ ids }) => [ids.round];
const wanted: Args = ({ ids }) => [ids.round, { booking: ids.booking, startsAt: new Date('2026-09-24T13:45:00Z') }];

export const eveningCalls: Record<string, Args> = {
	'cycle/evening/zones.get': () => [],
	'cycle/evening/zones.keep': () => [{ filled: [], walking: { near: 1, far: 4, waiting: '' } }],
	'cycle/evening/zones.add': () => ['Aula'],
	'cycle/evening/delays.runLate': ({ ids }) => [ids.round, 5],
	'cycle/evening/routes.get': round,
	'cycle/evening/turns.mine': round,
	'cycle/evening/following.glance': round,
	'cycle/evening/following.watch': ({ ids }) => [ids.round, { tell() {}, beat() {}, gone() {} }, async () => undefined],
	'cycle/evening/evenings.ofToday': () => [],
	'cycle/evening/shifts.shift': wanted,
	'cycle/evening/shifts.swap': wanted
};

export function eveningForms({ round, booking, talk }: Furnished): Record<string, Door> {
	const time = `${booking}_2026-09-24T13:45:00.000Z`;
	return {
		'/afspreken/[round]/route': { path: `/afspreken/${round}/route`, forms: { shift: { time }, swap: { time } } },
		'/afspreken/[round]/route/agenda.ics': { path: `/afspreken/${round}/route/agenda.ics` },
		'/afspreken/[round]/live': { path: `/afspreken/${round}/live` },
		'/aanbod/[round]/avond': {
			path: `/aanbod/${round}/avond`,
			forms: { runLate: { minutes: '5' }, start: { talk }, hold: { talk } }
		}
	};
}

/** After these a talk is under way or over, and cannot be cancelled any more. */
export const eveningAtTheEnd = ['start', 'hold'].map((verb) => `/aanbod/[round]/avond ?/${verb}`);

/** What is sent to an address that is the same for everybody. */
export const eveningPlain: Record<string, Record<string, Form>> = {
	'/planner/lokalen': { keep: { near: '1', far: '4' }, add: { name: 'Aula' } }
};
