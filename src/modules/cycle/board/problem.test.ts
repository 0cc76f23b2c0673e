import { expect, test } from 'vitest';
import { checkPlan } from '#modules/planner/check.ts';
import { planInSteps } from '#modules/planner/plan.ts';
import type { Block, BlockId } from '#modules/cycle/offer.ts';
import { plain, type Round } from '#modules/cycle/round.ts';
import type { GroupId, HouseholdId, PersonId, RoundId } from '#platform/ids.ts';
import { momentOf, type Day, type Time } from '#platform/time.ts';
import { problemOf } from './problem.ts';
import type { Home, Pupil, Situation, Standing } from './situation.ts';
import { minuteOf, momentAt, spansOf, without } from './span.ts';
import { placedIn, planIn, standingOf } from './standing.ts';
import { talkKey } from './talk-key.ts';

const id = <Id>(text: string) => text as Id;
const group = id<GroupId>('5');
const [anke, bram, carla] = ['anke', 'bram', 'carla'].map(id<PersonId>) as [PersonId, PersonId, PersonId];
const [noor, sem, yara] = ['noor', 'sem', 'yara'].map(id<PersonId>) as [PersonId, PersonId, PersonId];
const [samira, youssef] = ['samira', 'youssef'].map(id<PersonId>) as [PersonId, PersonId];
const [hers, his] = ['hers', 'his'].map(id<HouseholdId>) as [HouseholdId, HouseholdId];
const at = (day: string, time: string) => momentOf(day as Day, time as Time);
const thursday = '2026-09-24';

const round: Round = {
	...plain,
	id: id<RoundId>('round'),
	kind: 'start',
	mode: 'wishes',
	state: 'open',
	firstDay: '2026-09-21' as Day,
	lastDay: '2026-10-02' as Day,
	minutes: 15,
	noticeHours: 24,
	invitation: '',
	groups: [group]
};

function block(teacher: PersonId, day: string, from: string, to: string, more: Partial<Block> = {}): Block {
	const startsAt = at(day, from);
	const key = id<BlockId>(`${teacher} ${day} ${from}`);
	return { id: key, teacher, startsAt, endsAt: at(day, to), location: null, places: ['school'], ...more };
}

function pupil(name: PersonId, homes: [PersonId, HouseholdId][], part: Partial<Pupil['part']> = {}): Pupil {
	const guardians = homes.map(([guardian, household]) => ({ id: guardian, household }));
	const usual = {
		pupil: name,
		because: 'everybody',
		priority: 'must',
		minutes: null,
		first: false,
		third: null
	} as const;
	return { id: name, group: { id: group }, guardians, part: { ...usual, ...part } };
}

function home(household: HouseholdId, more: Partial<Home> = {}): Home {
	return { household, times: [], timing: null, place: 'school', visits: 1, children: [], ...more };
}

function situation(more: Partial<Situation> = {}): Situation {
	return {
		round,
		pupils: [pupil(noor, [[samira, hers]])],
		ownTalks: [],
		teaching: [{ group, teacher: anke }],
		blocks: [block(anke, thursday, '15:00', '17:00')],
		paces: new Map(),
		homes: [],
		occupied: [],
		standing: [],
		conceded: [],
		sliders: { wishes: 1, waiting: 1, staffDay: 1 },
		now: at('2026-09-01', '12:00'),
		...more
	};
}

const both: [PersonId, HouseholdId][] = [
	[samira, hers],
	[youssef, his]
];
const instanceOf = (more: Partial<Situation>) => problemOf(situation(more)).instance;

test('a child whose parents live together is one talk of one party, on the grid of its teacher', () => {
	const { requests, parties, staff, days } = instanceOf({});
	expect(requests).toEqual([expect.objectContaining({ id: 'noor__', staff: [anke], parties: [hers], minutes: 15 })]);
	expect(parties).toEqual([expect.objectContaining({ id: hers, maxDays: 1 })]);
	expect(staff).toEqual([expect.objectContaining({ slot: 15, windows: [{ day: 0, from: 900, to: 1020 }] })]);
	expect(days.map(({ date }) => date)).toEqual([thursday]);
});

test('parents apart who come to one talk must both be able to: two parties', () => {
	const { requests } = instanceOf({ pupils: [pupil(noor, both)] });
	expect(requests.map(({ id, parties }) => [id, parties])).toEqual([['noor__', [hers, his]]]);
});

test('parents apart who asked for it each have a talk and a party of their own', () => {
	const { requests } = instanceOf({ pupils: [pupil(noor, both)], ownTalks: [noor] });
	expect(requests.map(({ id, parties }) => [id, parties])).toEqual([
		['noor_hers_', [hers]],
		['noor_his_', [his]]
	]);
});

test('brothers and sisters share the party of their home', () => {
	const { requests, parties } = instanceOf({ pupils: [pupil(noor, [[samira, hers]]), pupil(sem, [[samira, hers]])] });
	expect(requests.map(({ parties }) => parties)).toEqual([[hers], [hers]]);
	expect(parties).toHaveLength(1);
});

test('who needs no talk is left out; of a shared talk only when both homes say so', () => {
	const none = (household: HouseholdId) =>
		home(household, { children: [{ pupil: noor, answer: 'none-needed', teachers: [] }] });
	expect(instanceOf({ homes: [none(hers)] }).requests).toEqual([]);
	expect(instanceOf({ pupils: [pupil(noor, both)], homes: [none(hers)] }).requests).toHaveLength(1);
	expect(instanceOf({ pupils: [pupil(noor, both)], homes: [none(hers), none(his)] }).requests).toEqual([]);
	const apart = instanceOf({ pupils: [pupil(noor, both)], ownTalks: [noor], homes: [none(hers)] });
	expect(apart.requests.map(({ id }) => id)).toEqual(['noor_his_']);
});

test('a round per teacher asks for each teacher whom a home named, and nobody else', () => {
	const children = [{ pupil: noor, answer: 'talk' as const, teachers: [anke, bram] }];
	const more = { round: { ...round, perTeacher: true }, homes: [home(hers, { children })] };
	const { requests, zones } = instanceOf({
		...more,
		blocks: [block(anke, thursday, '15:00', '17:00'), block(bram, thursday, '15:00', '17:00')]
	});
	expect(requests.map(({ id, staff }) => [id, staff])).toEqual([
		['noor__anke', [anke]],
		['noor__bram', [bram]]
	]);
	expect(zones.walk).toEqual([[5]]);
	const quiet = [pupil(yara, [[youssef, his]], { priority: 'normal' })];
	expect(instanceOf({ ...more, pupils: quiet, homes: [] }).requests).toEqual([]);
});

test('length, priority and who joins come from what is settled for the child', () => {
	const part = { minutes: 30, priority: 'normal', third: carla } as const;
	const { requests, staff } = instanceOf({
		pupils: [pupil(noor, [[samira, hers]], part), pupil(sem, [[youssef, his]])]
	});
	expect(requests[0]).toMatchObject({ minutes: 30, priority: 'normal', staff: [anke, carla] });
	expect(staff.find(({ id }) => id === anke)?.slot).toBe(15);
	expect(staff.find(({ id }) => id === carla)).toMatchObject({ role: 'ib', windows: [{ day: 0, from: 0, to: 1440 }] });
	const longer = instanceOf({ round: { ...round, groupMinutes: { [group]: 20 } } });
	expect(longer.requests[0]).toMatchObject({ minutes: 20 });
});

test('who talks by phone or at home', () => {
	const blocks = [
		block(anke, thursday, '15:00', '16:00'),
		block(anke, thursday, '19:00', '20:00', { places: ['phone'] })
	];
	const phone = instanceOf({ blocks, homes: [home(hers, { place: 'phone' })] });
	expect(phone.requests[0]).toMatchObject({ place: 'online', windows: [{ day: 0, from: 1140, to: 1200 }] });
	const visit = instanceOf({ blocks, homes: [home(hers, { place: 'home' })] });
	expect(visit.requests[0]).toMatchObject({ place: 'home', travel: 15 });
});

test('a home that said nothing can come at any time; one that did only then, and on so many days', () => {
	expect(instanceOf({}).parties[0]!.windows).toEqual([{ day: 0, from: 0, to: 1440, cost: 1 }]);
	const times = [
		{ startsAt: at(thursday, '15:00'), endsAt: at(thursday, '15:30'), liking: 2 as const },
		{ startsAt: at(thursday, '15:30'), endsAt: at(thursday, '16:30'), liking: 1 as const },
		{ startsAt: at(thursday, '16:30'), endsAt: at('2026-09-25', '00:00'), liking: 0 as const }
	];
	const [party] = instanceOf({ homes: [home(hers, { times, visits: 3 })] }).parties;
	expect(party).toMatchObject({ maxDays: 3 });
	expect(party!.windows).toEqual([
		{ day: 0, from: 900, to: 930, cost: 0 },
		{ day: 0, from: 0, to: 990, cost: 1 }
	]);
});

test('who would rather come early likes the second half of what is offered a step less', () => {
	const times = [{ startsAt: at(thursday, '15:00'), endsAt: at(thursday, '17:00'), liking: 2 as const }];
	const [party] = instanceOf({ homes: [home(hers, { times, timing: 'early' })] }).parties;
	expect(party!.windows).toEqual([
		{ day: 0, from: 900, to: 960, cost: 0 },
		{ day: 0, from: 0, to: 1020, cost: 1 },
		{ day: 0, from: 0, to: 1440, cost: 2 }
	]);
});

test('what people and rooms are occupied with elsewhere is not offered; the grid stays that of the block', () => {
	const busy = (occupant: string) => [
		{ occupant: id<PersonId>(occupant), startsAt: at(thursday, '15:20'), endsAt: at(thursday, '15:40') }
	];
	const split = [
		{ day: 0, from: 900, to: 920 },
		{ day: 0, from: 945, to: 1020 }
	];
	expect(instanceOf({ occupied: busy(anke) }).staff[0]!.windows).toEqual(split);
	const room = block(anke, thursday, '15:00', '17:00', { location: { id: id('room'), name: 'Lokaal 5' } });
	expect(instanceOf({ blocks: [room], occupied: busy('room') }).staff[0]!.windows).toEqual(split);
	const mother = instanceOf({ occupied: busy(samira) }).parties[0]!.windows;
	expect(mother.map(({ from, to }) => [from, to])).toEqual([
		[0, 920],
		[940, 1440]
	]);
	expect(instanceOf({ occupied: busy(noor) }).requests[0]!.windows).toEqual([
		{ day: 0, from: 900, to: 920 },
		{ day: 0, from: 940, to: 1020 }
	]);
});

test('two teachers are not in one room at the same time', () => {
	const location = { id: id<never>('room'), name: 'Lokaal 5' };
	const blocks = [
		block(anke, thursday, '15:00', '16:00', { location }),
		block(bram, thursday, '15:30', '17:00', { location })
	];
	const pupils = [pupil(noor, [[samira, hers]]), pupil(sem, [[youssef, his]])];
	const { staff } = instanceOf({
		blocks,
		pupils,
		teaching: [
			{ group, teacher: anke },
			{ group, teacher: bram }
		]
	});
	expect(staff.find((one) => one.id === bram)!.windows).toEqual([{ day: 0, from: 960, to: 1020 }]);
});

test('what is over is offered to nobody', () => {
	const { staff } = instanceOf({ now: at(thursday, '16:05') });
	expect(staff[0]!.windows).toEqual([{ day: 0, from: 975, to: 1020 }]);
});

test('teachers who share a group divide its talks; one that stands stays where it is', () => {
	const teaching = [
		{ group, teacher: anke },
		{ group, teacher: bram }
	];
	const blocks = [block(anke, thursday, '15:00', '15:30'), block(bram, thursday, '15:00', '15:30')];
	const pupils = [noor, sem, yara].map((name) => pupil(name, [[samira, id<HouseholdId>(name)]]));
	const lead = (standing: Standing[]) =>
		[...problemOf(situation({ teaching, blocks, pupils, standing })).talks.values()].map((talk) => talk.lead);
	expect(lead([])).toEqual([anke, bram, anke]);
	const stands = { talk: talkKey(noor, null, null), teacher: bram, startsAt: at(thursday, '15:00'), locked: false };
	expect(lead([stands])[0]).toBe(bram);
});

test('the pace of a teacher holds, counted in talks a day', () => {
	const paces = new Map([[anke, { maxRun: 60, breakMinutes: 10, maxPerDay: 100 }]]);
	expect(instanceOf({ paces }).staff[0]).toMatchObject({ maxRun: 60, breakMin: 10, maxPerDay: 6 });
});

test.each([
	['2026-10-25', '15:00', 900],
	['2026-10-25', '04:30', 270],
	['2026-03-29', '15:00', 900],
	['2026-09-24', '00:00', 0]
])('minutes after midnight are those of the clock on the wall, on %s at %s', (day, time, minute) => {
	expect(minuteOf(at(day, time))).toBe(minute);
	expect(momentAt(day as Day, minute)).toEqual(at(day, time));
});

test('a talk on the day the clock changes comes back at the same time on the wall', () => {
	const clockDay = '2026-10-25';
	const problem = problemOf(
		situation({ round: { ...round, lastDay: '2026-10-30' as Day }, blocks: [block(anke, clockDay, '15:00', '16:00')] })
	);
	const plan = planInSteps(problem.instance, { steps: 64, seed: 1 });
	const [stands] = standingOf(problem, plan.talks, new Set());
	expect(stands?.startsAt.toISOString()).toBe('2026-10-25T14:00:00.000Z');
	expect(placedIn(problem, [stands!])).toEqual(plan.talks);
});

test('what stands over midnight falls on both days', () => {
	const night = { startsAt: at('2026-09-24', '23:00'), endsAt: at('2026-09-25', '01:00') };
	expect(spansOf(night, ['2026-09-24', '2026-09-25'] as Day[])).toEqual([
		{ day: 0, from: 1380, to: 1440 },
		{ day: 1, from: 0, to: 60 }
	]);
	expect(without({ day: 0, from: 0, to: 60 }, [])).toEqual([{ day: 0, from: 0, to: 60 }]);
});

test('a time that a family gave afterwards makes a talk possible, and nothing else', () => {
	const never = [{ startsAt: at(thursday, '00:00'), endsAt: at('2026-09-25', '00:00'), liking: 0 as const }];
	const elsewhere = { homes: [home(hers, { times: never })] };
	const standing = [{ talk: talkKey(noor, null, null), teacher: anke, startsAt: at(thursday, '16:00'), locked: true }];
	const faults = (more: Partial<Situation>) => {
		const problem = problemOf(situation({ ...elsewhere, standing, ...more }));
		return checkPlan(problem.instance, planIn(problem, standing)).faults.map(({ rule }) => rule);
	};
	expect(faults({})).toEqual(['H4']);
	const conceded = [
		{ talk: standing[0]!.talk, kind: 'family-time' as const, staff: null, startsAt: at(thursday, '16:00') }
	];
	expect(faults({ conceded })).toEqual([]);
});
