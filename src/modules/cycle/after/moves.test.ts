import { expect, test } from 'vitest';
import type { BookingId, PersonId } from '#platform/ids.ts';
import { addMinutes } from '#platform/time.ts';
import { september } from '#seeds/start-round.ts';
import { replan, type Fallen } from './moves.ts';

const anke = 'anke' as PersonId;
const at = (time: string, teacher = anke, location: string | null = null, day = 29) => {
	const startsAt = september(day, time);
	return { startsAt, endsAt: addMinutes(startsAt, 15), teacher, location };
};
const fallen = (name: string, time: string, free: ReturnType<typeof at>[], given: Partial<Fallen> = {}): Fallen => ({
	...{ id: name as BookingId, startsAt: september(24, time), endsAt: addMinutes(september(24, time), 15) },
	...{ people: [name as PersonId], siblings: [], free, ...given }
});
const placed = (talks: Fallen[]) =>
	Object.fromEntries([...replan(talks)].map(([id, { startsAt }]) => [id, startsAt.toISOString().slice(11, 16)]));

test('each talk goes to the nearest time, and no time is given twice', () => {
	const free = [at('19:00'), at('19:15'), at('19:30')];
	expect(placed([fallen('a', '15:00', free), fallen('b', '15:15', free)])).toEqual({ a: '17:00', b: '17:15' });
});

test('who can only come at one time gets it: the other makes room, whoever was placed first', () => {
	const late = at('19:15');
	const talks = [fallen('a', '15:00', [at('19:00'), late]), fallen('b', '15:15', [at('19:00')])];
	expect(placed(talks)).toEqual({ a: '17:15', b: '17:00' });
	const chain = [
		fallen('a', '15:00', [at('19:00'), at('19:15')]),
		fallen('b', '15:15', [at('19:15'), at('19:30')]),
		fallen('c', '15:30', [at('19:00'), at('19:15')])
	];
	expect(Object.keys(placed(chain))).toHaveLength(3);
});

test('two teachers do not share a room at one time, nor does a family sit at two tables', () => {
	const bram = 'bram' as PersonId;
	const [one, two] = [at('19:00', anke, 'Lokaal 5'), at('19:00', bram, 'Lokaal 5')];
	expect(replan([fallen('a', '15:00', [one]), fallen('b', '15:15', [two])]).size).toBe(1);
	const family = { people: ['samira' as PersonId] };
	expect(
		replan([fallen('a', '15:00', [at('19:00')], family), fallen('b', '15:15', [at('19:00', bram)], family)]).size
	).toBe(1);
});

test('a talk that stood next to a sibling’s goes where it does so again', () => {
	const siblings = [at('15:15', anke, null, 24), at('20:00')];
	expect(placed([fallen('a', '15:00', [at('19:00'), at('19:45')], { siblings })])).toEqual({ a: '17:45' });
	expect(placed([fallen('a', '15:00', [at('19:00'), at('19:45')])])).toEqual({ a: '17:00' });
});

test('for whom nothing is left there is no proposal', () => {
	expect(replan([fallen('a', '15:00', [])]).size).toBe(0);
});
