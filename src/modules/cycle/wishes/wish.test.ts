import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain, type Round } from '#modules/cycle/round.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { addDays, addMinutes, momentOf, type Day, type Time } from '#platform/time.ts';
import { isPace, usualPace } from './pace.ts';
import { answer, cut, likingOf, mostTeachers, partsOf, spanOf, type ChildWish, type Wish } from './wish.ts';

const at = (day: string, time: string) => momentOf(day as Day, time as Time);
const tuesday = '2026-11-17' as Day;
const now = at('2026-11-02', '12:00');
const [noor, sem, anke, bram] = ['noor', 'sem', 'anke', 'bram'] as PersonId[] as [
	PersonId,
	PersonId,
	PersonId,
	PersonId
];
const round: Round = {
	...plain,
	...{ id: 'round' as RoundId, kind: 'report-card', mode: 'wishes', state: 'open', minutes: 10, noticeHours: 24 },
	...{ firstDay: '2026-11-16' as Day, lastDay: '2026-11-27' as Day, invitation: '', groups: [] }
};
const child = (pupil: PersonId, given: Partial<ChildWish> = {}): ChildWish => ({
	...{ pupil, answer: 'talk', note: null, teachers: [] },
	...given
});
const wish = (given: Partial<Wish> = {}): Wish => ({
	times: [{ ...spanOf(tuesday, 'evening'), liking: 2 }],
	...{ earliest: null, latest: null, timing: null, place: 'school', interpreter: null, visits: 1, together: true },
	children: [child(noor)],
	...given
});
const known = { version: 0, teachers: new Map([[noor, [anke, bram]]]) };
const says = (given: Partial<Wish>, of: Partial<Round> = {}, seen = 0, when = now) =>
	answer({ ...round, ...of }, wish(given), seen, known, when);

test('until a plan stands a home answers, early or late', () => {
	expect(says({}).ok).toBe(true);
	expect(says({}, {}, 0, at('2026-11-27', '21:00')).ok).toBe(true);
	for (const state of ['draft', 'published', 'closed'] as const)
		expect(says({}, { state })).toMatchObject({ reason: 'wishes-closed' });
	expect(says({}, { mode: 'choose' })).toMatchObject({ reason: 'wishes-closed' });
	expect(says({}, {}, 0, at('2026-11-28', '00:00'))).toMatchObject({ reason: 'wishes-closed' });
});

test('who saw an older answer overwrites nothing', () => {
	expect(says({}, {}, 1)).toMatchObject({ reason: 'changed' });
});

test('no talk needed only where the round allows it', () => {
	const none = { children: [child(noor, { answer: 'none-needed', note: 'Alles gaat goed' })] };
	expect(says(none)).toMatchObject({ reason: 'talk-needed' });
	expect(says(none, { noneNeeded: true }).ok).toBe(true);
});

test('teachers are asked who teach the child, four at most, and only in a round per teacher', () => {
	const asks = (teachers: PersonId[]) => ({ children: [child(noor, { teachers })] });
	const asked = says(asks([anke, bram]), { perTeacher: true });
	expect(asked.ok && asked.value.children[0]!.teachers).toEqual([anke, bram]);
	expect(says(asks([sem]), { perTeacher: true })).toMatchObject({ reason: 'not-a-teacher' });
	const five = Array.from({ length: mostTeachers + 1 }, () => anke);
	expect(says(asks(five), { perTeacher: true })).toMatchObject({ reason: 'too-many-teachers' });
	const together = says(asks([anke]));
	expect(together.ok && together.value.children[0]!.teachers).toEqual([]);
});

test('a time outside the days of the round is refused', () => {
	const times = [{ ...spanOf('2026-12-01' as Day, 'evening'), liking: 1 as const }];
	expect(says({ times })).toMatchObject({ reason: 'outside-round' });
});

test('what is offered shows as parts of days, each with the hours that school really offers', () => {
	const blocks = [
		{ startsAt: at(tuesday, '15:00'), endsAt: at(tuesday, '16:00') },
		{ startsAt: at(tuesday, '16:30'), endsAt: at(tuesday, '19:00') },
		{ startsAt: at('2026-11-18', '08:30'), endsAt: at('2026-11-18', '10:00') }
	];
	expect(partsOf(blocks).map(({ day, part, offered }) => [day, part, offered.startsAt, offered.endsAt])).toEqual([
		[tuesday, 'afternoon', at(tuesday, '15:00'), at(tuesday, '18:00')],
		[tuesday, 'evening', at(tuesday, '18:00'), at(tuesday, '19:00')],
		['2026-11-18', 'morning', at('2026-11-18', '08:30'), at('2026-11-18', '10:00')]
	]);
});

test('what is before the earliest hour or after the latest they cannot', () => {
	const times = [{ ...spanOf(tuesday, 'afternoon'), liking: 2 as const }];
	const pieces = cut({ times, earliest: '16:45' as Time, latest: '17:30' as Time });
	expect(likingOf(pieces, { startsAt: at(tuesday, '16:30'), endsAt: at(tuesday, '16:45') })).toBe(0);
	expect(likingOf(pieces, { startsAt: at(tuesday, '16:45'), endsAt: at(tuesday, '17:00') })).toBe(2);
	expect(likingOf(pieces, { startsAt: at(tuesday, '17:25'), endsAt: at(tuesday, '17:40') })).toBe(0);
	expect(cut({ times, earliest: '19:00' as Time, latest: null })).toEqual([{ ...times[0], liking: 0 }]);
});

test('of what a home said nothing, it could', () => {
	expect(likingOf([], { startsAt: at(tuesday, '15:00'), endsAt: at(tuesday, '15:10') })).toBe(1);
});

const days = fc.integer({ min: 0, max: 364 }).map((add) => addDays('2026-01-01' as Day, add));
const quarter = fc.integer({ min: 0, max: 95 }).map((at) => {
	const [hours, minutes] = [Math.floor(at / 4), (at % 4) * 15].map((part) => String(part).padStart(2, '0'));
	return `${hours}:${minutes}` as Time;
});

test('cut leaves no hole, no overlap, and takes nothing but what was named; on every day, also when the clock changes', () => {
	fc.assert(
		fc.property(days, fc.option(quarter), fc.option(quarter), (day, earliest, latest) => {
			const times = (['morning', 'afternoon', 'evening'] as const).map((part) => ({
				...spanOf(day, part),
				liking: 2 as const
			}));
			const pieces = cut({ times, earliest, latest });
			expect(pieces[0]!.startsAt).toEqual(times[0]!.startsAt);
			expect(pieces.at(-1)!.endsAt).toEqual(times[2]!.endsAt);
			pieces.slice(1).forEach(({ startsAt }, before) => expect(startsAt).toEqual(pieces[before]!.endsAt));
			for (const { startsAt, endsAt, liking } of pieces) {
				if (liking !== 2) continue;
				if (earliest) expect(startsAt >= momentOf(day, earliest)).toBe(true);
				if (latest) expect(endsAt <= momentOf(day, latest)).toBe(true);
			}
		})
	);
});

test('every moment that is offered stands in exactly one part', () => {
	fc.assert(
		fc.property(days, quarter, fc.integer({ min: 1, max: 40 }), (day, from, quarters) => {
			const startsAt = momentOf(day, from);
			const block = { startsAt, endsAt: addMinutes(startsAt, quarters * 15) };
			const parts = partsOf([block]);
			const sum = parts.reduce((all, { offered }) => all + offered.endsAt.getTime() - offered.startsAt.getTime(), 0);
			const within = Math.min(block.endsAt.getTime(), spanOf(day, 'evening').endsAt.getTime());
			expect(sum).toBe(within - startsAt.getTime());
		})
	);
});

test('a pace is a number of minutes that somebody can keep up', () => {
	expect(isPace(usualPace)).toBe(true);
	for (const off of [{ maxRun: 10 }, { breakMinutes: 0 }, { maxPerDay: 1000 }, { maxRun: 20.5 }])
		expect(isPace({ ...usualPace, ...off })).toBe(false);
});
