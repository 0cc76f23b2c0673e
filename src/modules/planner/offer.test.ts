import { describe, expect, it } from 'vitest';
import type { Staff } from './instance.ts';
import { judgeOffer } from './offer.ts';

const anke: Staff = {
	id: 'Anke',
	role: 'teacher',
	room: 'group 5',
	zone: 0,
	windows: [
		{ day: 0, from: 900, to: 1035 },
		{ day: 1, from: 1110, to: 1230 }
	],
	slot: 15,
	changeover: 0,
	maxRun: 90,
	breakMin: 10,
	maxPerDay: 0
};

describe('the offer before the round', () => {
	it('counts places after breaks: eight of nine in the afternoon, seven of eight in the evening', () => {
		expect(judgeOffer({ staff: [anke], talks: 15, minutes: 15 })).toEqual({
			enough: true,
			asked: 15,
			places: 15,
			missingMinutes: 0
		});
	});

	it('says what is missing and the cheapest longer window', () => {
		const verdict = judgeOffer({ staff: [anke], talks: 17, minutes: 15 });
		expect(verdict).toMatchObject({ enough: false, places: 15, missingMinutes: 30 });
		expect(verdict.extra).toMatchObject({ staff: 'Anke', minutes: 30 });
	});

	it('proposes another day when no window can be long enough', () => {
		const verdict = judgeOffer({ staff: [anke], talks: 60, minutes: 15 }, [{ day: 2, from: 480, to: 1320 }]);
		expect(verdict.extra).toMatchObject({ window: { day: 2, from: 480 } });
	});

	it('adds up colleagues who share a group, and their limits a day', () => {
		const bram = { ...anke, id: 'Bram', maxPerDay: 3 };
		expect(judgeOffer({ staff: [anke, bram], talks: 30, minutes: 15 }).places).toBe(15 + 6);
	});
});
