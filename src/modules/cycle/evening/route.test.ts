import { expect, test } from 'vitest';
import type { LocationId } from '#modules/cycle/offer.ts';
import type { BookingId, PersonId } from '#platform/ids.ts';
import { addMinutes } from '#platform/time.ts';
import { september } from '#seeds/start-round.ts';
import { missedBy, routeOf, stagesOf } from './route.ts';
import type { Stop } from './stop.ts';
import { atTheDoor, turnsOf } from './turn.ts';

const walking = { near: 2, far: 5 };
const before = september(29, '18:00');

function stop(teacher: string, time: string, zone: string, more: Partial<Stop> = {}): Stop {
	const startsAt = september(29, time);
	const location = { id: `room of ${teacher}` as LocationId, name: teacher, zone, direction: '' };
	const own = {
		id: `${teacher} ${time}` as BookingId,
		teacher: teacher as PersonId,
		startsAt,
		place: 'school',
		location
	};
	return { ...own, endsAt: addMinutes(startsAt, 10), startedAt: null, heldAt: null, ...more } as Stop;
}

const late = (teacher: string, minutes: number) => ({ teacher: teacher as PersonId, minutes });
const [roos, kok, bruin] = [stop('Roos', '19:00', 'A'), stop('Kok', '19:15', 'B'), stop('Bruin', '19:40', 'B')];

test('between two talks lies a walk, and time to wait when there is some', () => {
	const route = routeOf([bruin, roos, kok], [], walking, before);
	expect(route.map(({ teacher }) => teacher)).toEqual(['Roos', 'Kok', 'Bruin']);
	expect(route.map(({ leg }) => leg)).toEqual([
		{ walk: 5, elsewhere: true, wait: 0, short: 0 },
		{ walk: 2, elsewhere: false, wait: 13, short: 0 },
		null
	]);
});

test('a delay moves what to expect and no agreed time; what it makes the family miss is said', () => {
	const route = routeOf([roos, kok, bruin], [late('Roos', 5)], walking, before);
	expect(route[0]).toMatchObject({ late: 5, startsAt: roos.startsAt, expectedAt: september(29, '19:05') });
	expect(route[0]!.leg).toMatchObject({ short: 5 });
	expect(missedBy(route)).toMatchObject({ late: { teacher: 'Roos' }, next: { teacher: 'Kok' } });
	// Both late is both later.
	expect(missedBy(routeOf([roos, kok, bruin], [late('Roos', 5), late('Kok', 5)], walking, before))).toBeUndefined();
});

// Guards `hasBegun(stop)` and `isBehind` in routeOf.
test('who sits at the table already, or was there, is not late for it any more', () => {
	const began = stop('Roos', '19:00', 'A', { startedAt: september(29, '19:01') });
	const route = routeOf([began, kok], [late('Roos', 5)], walking, september(29, '19:02'));
	expect(route[0]).toMatchObject({ late: 0, expectedEnd: september(29, '19:11') });
	const past = routeOf([roos, kok], [late('Roos', 5)], walking, september(29, '19:15'));
	expect(past[0]).toMatchObject({ late: 0 });
});

test('what is over, what is now, what comes next', () => {
	const at = (time: string) => stagesOf(routeOf([roos, kok, bruin], [], walking, before), september(29, time));
	expect(at('18:30')).toEqual(['next', 'later', 'later']);
	expect(at('19:05')).toEqual(['now', 'later', 'later']);
	expect(at('19:12')).toEqual(['over', 'next', 'later']);
	expect(at('20:00')).toEqual(['over', 'over', 'over']);
});

test('a teacher sees a pause between two talks, and who is next', () => {
	expect(turnsOf([kok, roos, bruin]).map((turn) => (turn.talk ? turn.talk.id : turn.minutes))).toEqual([
		'Roos 19:00',
		5,
		'Kok 19:15',
		15,
		'Bruin 19:40'
	]);
	expect(atTheDoor([roos, kok], 0, september(29, '18:55'))).toMatchObject({ next: { id: 'Roos 19:00' } });
	expect(atTheDoor([roos, kok], 0, september(29, '19:05'))).toMatchObject({ now: roos, next: kok });
	// Running late: the first still comes.
	expect(atTheDoor([roos, kok], 10, september(29, '19:05'))).toEqual({ next: roos });
	expect(atTheDoor([{ ...roos, heldAt: september(29, '19:04') }, kok], 0, september(29, '19:05'))).toEqual({
		next: kok
	});
});
