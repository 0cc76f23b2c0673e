import { describe, expect, test } from 'vitest';
import { samira } from '#seeds/cast.ts';
import type { Day } from '#platform/time.ts';
import type { Arrangement } from './arrangement.ts';
import type { Initiative, Way } from './terms.ts';
import { afterSchoolDays, askingOn, momentsOf, nextFrom, type Year } from './moment.ts';

const day = (text: string) => text as Day;
const year: Year = {
	...{ firstDay: day('2026-08-24'), lastDay: day('2027-07-16') },
	holidays: [
		{ firstDay: day('2026-10-17'), lastDay: day('2026-10-25') },
		{ firstDay: day('2026-12-19'), lastDay: day('2027-01-03') }
	],
	reports: [day('2026-11-16'), day('2027-03-15')]
};
const agreed = (
	ways: Way[],
	{
		initiative = 'in-turn',
		on = '2026-09-22',
		until = '2027-07-16'
	}: { initiative?: Initiative; on?: string; until?: string } = {}
): Pick<Arrangement, 'agreed'> => ({
	agreed: { number: 1, on: day(on), terms: { ways, initiative, people: [samira.id], until: day(until), wish: '' } }
});
const dues = (way: Way, more = {}) => momentsOf(agreed([way], more), year).map(({ due }) => due);

describe('when contact moments are', () => {
	test('half-yearly and yearly ones lie in the middle of the time that is left', () => {
		expect(dues({ form: 'talk', rhythm: 'half-year' })).toEqual(['2026-12-07', '2027-05-03']);
		expect(dues({ form: 'talk', rhythm: 'year' })).toEqual(['2027-02-17']);
	});

	test('who agrees on it late in the year has one at least, before the end', () => {
		expect(dues({ form: 'talk', rhythm: 'quarter' }, { on: '2027-06-01' })).toEqual(['2027-06-23']);
		expect(dues({ form: 'phone', rhythm: 'weeks-6' }, { on: '2027-06-14' })).toEqual([]);
	});

	test('what falls in a holiday or a weekend waits for the first school day', () => {
		expect(dues({ form: 'phone', rhythm: 'weeks-4' }, { until: '2027-02-01' })).toEqual([
			...['2026-10-26', '2026-11-17', '2026-12-15', '2027-01-12']
		]);
	});

	// 25 October 2026 and 28 March 2027 have 25 and 23 hours: days are counted, never hours.
	test('every two weeks stays on the same weekday when the clock changes', () => {
		const noHolidays = { ...year, holidays: [] };
		const found = momentsOf(agreed([{ form: 'mail', rhythm: 'weeks-2' }], { on: '2026-10-13' }), noHolidays);
		expect(found.slice(0, 3).map(({ due }) => due)).toEqual(['2026-10-27', '2026-11-10', '2026-11-24']);
		expect(new Set(found.map(({ due }) => new Date(`${due}T12:00:00Z`).getUTCDay()))).toEqual(new Set([2]));
	});

	test('what a holiday would push past the end comes before it', () => {
		const closes = { ...year, holidays: [{ firstDay: day('2027-02-01'), lastDay: day('2027-02-28') }] };
		const [last] = momentsOf(
			agreed([{ form: 'talk', rhythm: 'weeks-2' }], { on: '2027-01-19', until: '2027-02-10' }),
			closes
		);
		expect(last).toMatchObject({ fallsOn: '2027-02-02', due: '2027-01-29' });
	});

	test('two that a holiday pushes onto one day are one', () => {
		const long = { ...year, holidays: [{ firstDay: day('2026-10-01'), lastDay: day('2026-10-31') }] };
		const found = momentsOf(agreed([{ form: 'mail', rhythm: 'weeks-2' }]), long);
		expect(found.filter(({ due }) => due === '2026-11-02')).toHaveLength(1);
	});

	test('at the report card: when there is one, after it was agreed', () => {
		const at = { form: 'report-card', rhythm: 'report' } as const;
		expect(dues(at)).toEqual(['2026-11-16', '2027-03-15']);
		expect(dues(at, { on: '2026-12-01' })).toEqual(['2027-03-15']);
	});

	test('each form has its own rhythm, and of each the next is told', () => {
		const both = agreed([
			{ form: 'phone', rhythm: 'weeks-6' },
			{ form: 'report-card', rhythm: 'report' }
		]);
		expect(nextFrom(both, year, day('2026-11-10')).map(({ form, due }) => [form, due])).toEqual([
			['report-card', '2026-11-16'],
			['phone', '2026-12-15']
		]);
	});
});

describe('who begins', () => {
	const starters = (form: Way['form'], initiative: Initiative) =>
		momentsOf(agreed([{ form, rhythm: 'weeks-8' }], { initiative }), year)
			.slice(0, 3)
			.map(({ starter }) => starter);

	test('in turn, school first', () => expect(starters('phone', 'in-turn')).toEqual(['school', 'home', 'school']));
	test('about a home visit school never begins', () => {
		expect(starters('home-visit', 'school')).toEqual(['home', 'home', 'home']);
		expect(starters('home-visit', 'in-turn')).toEqual(['home', 'home', 'home']);
	});
});

describe('what asks today', () => {
	const every8 = agreed([{ form: 'phone', rhythm: 'weeks-8' }]);
	const asks = (on: string, what = every8) => askingOn(what, year, day(on)).map(({ due }) => due);

	test('from a week before, three weeks after it falls quiet by itself', () => {
		expect(asks('2026-11-09')).toEqual([]);
		expect(asks('2026-11-10')).toEqual(['2026-11-17']);
		expect(asks('2026-12-08')).toEqual(['2026-11-17']);
		expect(asks('2026-12-09')).toEqual([]);
	});

	test('never two of one form: the next one takes its place', () => {
		const every2 = agreed([{ form: 'phone', rhythm: 'weeks-2' }]);
		for (let at = 5; at <= 28; at++) expect(asks(`2026-11-${String(at).padStart(2, '0')}`, every2).length).toBe(1);
	});

	test('nothing after the day until which it runs', () => {
		expect(asks('2027-02-01', agreed([{ form: 'phone', rhythm: 'weeks-4' }], { until: '2027-01-29' }))).toEqual([]);
	});
});

test('a promise in school days skips weekends and holidays', () => {
	expect(afterSchoolDays(day('2026-09-18'), 3, year)).toBe('2026-09-23');
	expect(afterSchoolDays(day('2026-10-15'), 3, year)).toBe('2026-10-27');
});
