import type { Region } from '#modules/people/school.ts';
import type { Day } from '#platform/time.ts';

export const nationalKeys = [
	'summer-before',
	'autumn',
	'christmas',
	'spring',
	'may',
	'summer',
	'easter-monday',
	'kings-day',
	'ascension',
	'whit-monday'
] as const;
/** What the country is free for; `summer-before` ends where the school year begins. */
export type NationalKey = (typeof nationalKeys)[number];

type Period = readonly [firstDay: string, lastDay: string];
export type Spread = Readonly<Record<Region, Period>>;
export type NationalYear = Readonly<Record<'autumn' | 'christmas' | 'spring' | 'may' | 'summer', Spread>>;

const all = (...period: Period): Spread => ({ noord: period, midden: period, zuid: period });

/**
 * School holidays by region as the ministry of education publishes them (rijksoverheid.nl, overzicht schoolvakanties), last
 * day included, by the school year in which they lie. Summer and Christmas bind schools; for the others a school may differ.
 */
export const nationalYears: Readonly<Record<string, NationalYear>> = {
	'2026-2027': {
		autumn: {
			noord: ['2026-10-10', '2026-10-18'],
			midden: ['2026-10-17', '2026-10-25'],
			zuid: ['2026-10-17', '2026-10-25']
		},
		christmas: all('2026-12-19', '2027-01-03'),
		spring: {
			noord: ['2027-02-20', '2027-02-28'],
			midden: ['2027-02-20', '2027-02-28'],
			zuid: ['2027-02-13', '2027-02-21']
		},
		may: all('2027-04-24', '2027-05-02'),
		summer: {
			noord: ['2027-07-10', '2027-08-22'],
			midden: ['2027-07-17', '2027-08-29'],
			zuid: ['2027-07-24', '2027-09-05']
		}
	},
	'2027-2028': {
		autumn: {
			noord: ['2027-10-16', '2027-10-24'],
			midden: ['2027-10-16', '2027-10-24'],
			zuid: ['2027-10-23', '2027-10-31']
		},
		christmas: all('2027-12-25', '2028-01-09'),
		spring: {
			noord: ['2028-02-19', '2028-02-27'],
			midden: ['2028-02-26', '2028-03-05'],
			zuid: ['2028-02-26', '2028-03-05']
		},
		may: all('2028-04-29', '2028-05-07'),
		summer: {
			noord: ['2028-07-15', '2028-08-27'],
			midden: ['2028-07-08', '2028-08-20'],
			zuid: ['2028-07-22', '2028-09-03']
		}
	}
};

/** The summer before the first year above. */
export const firstSummer: { year: string; summer: Spread } = {
	year: '2025-2026',
	summer: {
		noord: ['2026-07-04', '2026-08-16'],
		midden: ['2026-07-18', '2026-08-30'],
		zuid: ['2026-07-11', '2026-08-23']
	}
};

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): Day {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d = Math.floor(b / 4);
	const e = b % 4;
	const g = Math.floor((8 * b + 13) / 25);
	const h = (19 * a + b - d - g + 15) % 30;
	const i = Math.floor(c / 4);
	const k = c % 4;
	const l = (32 + 2 * e + 2 * i - h - k) % 7;
	const m = Math.floor((a + 11 * h + 19 * l) / 433);
	const month = Math.floor((h + l - 7 * m + 90) / 25);
	const day = (h + l - 7 * m + 33 * month + 19) % 32;
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day;
}
