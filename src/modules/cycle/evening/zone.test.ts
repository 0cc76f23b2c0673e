import { expect, test } from 'vitest';
import type { LocationId } from '#modules/cycle/offer.ts';
import { parseRoom, parseRooms } from './zone.input.ts';
import { minutesOnFoot, zonesOf } from './zone.ts';

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}` as LocationId;
const room = (last: number, zone: string) => ({ id: id(last), name: `B1.0${last}`, zone, direction: '' });
const walking = { near: 2, far: 6 };

test('within one part of the building it is near, to another far; in the same room and on the phone one walks nowhere', () => {
	expect(minutesOnFoot(walking, room(1, 'A'), room(2, 'A'))).toBe(2);
	expect(minutesOnFoot(walking, room(1, 'A'), room(2, 'B'))).toBe(6);
	expect(minutesOnFoot(walking, room(1, 'A'), room(2, ''))).toBe(6);
	expect(minutesOnFoot(walking, room(1, 'A'), room(1, 'A'))).toBe(0);
	expect(minutesOnFoot(walking, room(1, 'A'), null)).toBe(0);
});

test('the planner gets the parts as a table that is the same both ways, and each room in its part', () => {
	const zones = zonesOf([room(1, 'A'), room(2, 'B'), room(3, 'A')], walking);
	expect(zones.names).toEqual(['A', 'B']);
	expect(zones.walk).toEqual([
		[2, 6],
		[6, 2]
	]);
	expect([1, 2, 3].map((last) => zones.of.get(id(last)))).toEqual([0, 1, 0]);
	expect(zonesOf([], walking)).toMatchObject({ names: [''], walk: [[2]] });
});

function formOf(fields: Record<string, string>, rooms: number[] = []) {
	const form = new FormData();
	for (const last of rooms) form.append('room', id(last));
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	return form;
}

// Guards the comparison with what stood there in parseRooms.
test('only rooms in which something else was typed are kept', () => {
	const fields = {
		[`zone-${id(1)}`]: '  gebouw   B ',
		[`zone-was-${id(1)}`]: '',
		[`zone-${id(2)}`]: 'gebouw A',
		[`zone-was-${id(2)}`]: 'gebouw A'
	};
	const parsed = parseRooms(formOf({ ...fields, near: '1', far: '4', waiting: 'koffie' }, [1, 2]));
	expect(parsed).toMatchObject({
		value: {
			filled: [{ id: id(1), zone: 'gebouw B', direction: '' }],
			walking: { near: 1, far: 4, waiting: 'koffie' }
		}
	});
});

test('minutes are whole and not endless, and far is no nearer than near', () => {
	const faultOf = (near: string, far: string) => {
		const parsed = parseRooms(formOf({ near, far }));
		return parsed.ok ? 'fine' : parsed.reason;
	};
	expect(faultOf('', '4')).toBe('near');
	expect(faultOf('16', '20')).toBe('near');
	expect(faultOf('-1', '4')).toBe('near');
	expect(faultOf('2', '31')).toBe('far');
	expect(faultOf('2', '1')).toBe('far-too-short');
	expect(faultOf('0', '0')).toBe('fine');
});

test('a room has a name', () => {
	expect(parseRoom(formOf({ name: '  ' }))).toBeUndefined();
	expect(parseRoom(formOf({ name: ' B1.07 ' }))).toBe('B1.07');
});
