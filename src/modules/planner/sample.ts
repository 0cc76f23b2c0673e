import { chanceOf } from '#modules/planner/engine/chance.ts';
import type { Instance, Liking, PartyWindow, Priority, Request, Staff } from './instance.ts';
import { usualWeights } from './objective.ts';

/** How large and how crooked an invented round is. */
export type SampleSize = { teachers: number; families: number; days: number; seed: number };

const afternoon = { from: 900, to: 1035 };
const evening = { from: 1110, to: 1230 };

/**
 * An invented round to try things out on: siblings, separated parents with talks apart and together, home visits,
 * video, a support coordinator, an interpreter on one day, a child with many subject teachers, one day that all want.
 */
export function sampleRound({ teachers, families, days, seed }: SampleSize): Instance {
	const chance = chanceOf(seed);
	const daily = (role: Staff['role'], id: string, more: Partial<Staff>): Staff => ({
		id,
		role,
		room: `room ${id}`,
		zone: chance.below(2),
		windows: Array.from({ length: days }, (_, day) => ({ day, ...(day === 1 ? evening : afternoon) })),
		slot: 15,
		changeover: 0,
		maxRun: 90,
		breakMin: 10,
		maxPerDay: 0,
		...more
	});
	const staff = Array.from({ length: teachers }, (_, i) => daily('teacher', `T${i + 1}`, {}));
	staff.push(daily('ib', 'IB', { slot: 5, changeover: 5, maxRun: 180, maxPerDay: 6 }));
	const interpreted = { room: null, slot: 5, changeover: 5, maxRun: 0, windows: [{ day: 0, from: 870, to: 1050 }] };
	staff.push(daily('interpreter', 'TOLK', interpreted));

	const parties: Instance['parties'] = [];
	const requests: Request[] = [];
	const comeTogether = (id: string, household: string, maxDays: number) =>
		parties.push({ id, household, maxDays, windows: windowsOf(days, () => chance.below(10)) });
	for (let family = 1; family <= families; family++) {
		const household = `H${family}`;
		const kind = chance.below(8);
		const maxDays = chance.below(3) ? 9 : 1;
		comeTogether(`${household}a`, household, maxDays);
		if (kind === 0) comeTogether(`${household}b`, household, maxDays);
		const children = kind === 1 ? 3 : kind < 4 ? 2 : 1;
		for (let child = 1; child <= children; child++) {
			const subjects = family === families ? 10 : kind === 2 ? 2 : 1;
			for (let subject = 0; subject < subjects; subject++)
				for (const who of kind === 0 ? [['a'], ['b'], ['a', 'b']] : [['a']]) {
					const together = [`T${chance.below(teachers) + 1}`];
					const special = chance.below(12);
					if (special === 0) together.push('IB');
					if (special === 1) together.push('TOLK');
					const place = special === 2 ? 'home' : special === 3 ? 'online' : 'room';
					requests.push({
						id: `Q${requests.length + 1}`,
						pupil: `L${family}.${child}`,
						staff: together,
						parties: who.map((letter) => household + letter),
						minutes: special === 4 ? 30 : 15,
						place,
						travel: place === 'home' ? 15 : 0,
						priority: (['must', 'optional'] as Priority[])[chance.below(6)] ?? 'normal'
					});
				}
		}
	}
	return {
		format: 'talkplan/1',
		id: `sample-${teachers}-${families}-${days}-${seed}`,
		days: Array.from({ length: days }, (_, day) => ({
			id: `d${day}`,
			date: `2026-09-${String(7 + day).padStart(2, '0')}`
		})),
		zones: {
			names: ['A', 'B'],
			walk: [
				[5, 10],
				[10, 5]
			]
		},
		staff,
		parties,
		requests,
		weights: usualWeights,
		locks: [],
		previous: null
	};
}

function windowsOf(days: number, throw_: () => number): PartyWindow[] {
	const windows: PartyWindow[] = [];
	for (let day = 0; day < days; day++) {
		const luck = throw_();
		if (luck < 7 || day === 1) windows.push({ day, from: luck < 3 ? 945 : 840, to: 1260, cost: (luck % 3) as Liking });
	}
	return windows;
}
