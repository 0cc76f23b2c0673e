import { describe, expect, it } from 'vitest';
import { sampleRound } from '#modules/planner/sample.ts';
import { chanceOf } from './chance.ts';
import { divideDays } from './division.ts';
import { prepare } from './prepare.ts';

function roundOfOneVisit() {
	const round = sampleRound({ teachers: 4, families: 40, days: 3, seed: 11 });
	return { ...round, parties: round.parties.map((party) => ({ ...party, maxDays: 1 })) };
}

describe('the division of days', () => {
	it('gives a family that comes once one day at most', () => {
		const p = prepare(roundOfOneVisit());
		const open = divideDays(p, chanceOf(1));
		for (let unit = 0; unit < p.units; unit++) {
			const days = new Set<number>();
			for (const r of p.unitRequest.subarray(p.unitFrom[unit], p.unitFrom[unit + 1]))
				for (let day = 0; day < p.days; day++) if (open[r * p.days + day]) days.add(day);
			expect(days.size).toBeLessThanOrEqual(1);
		}
	});

	it('leaves everything open to families that may come as often as they like', () => {
		const round = sampleRound({ teachers: 4, families: 20, days: 3, seed: 12 });
		const p = prepare({ ...round, parties: round.parties.map((party) => ({ ...party, maxDays: 3 })) });
		expect(divideDays(p, chanceOf(1)).every((one) => one === 1)).toBe(true);
	});
});
