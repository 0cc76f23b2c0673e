import { parseHoliday } from '#modules/cycle/year/holiday.input.ts';
import * as holidays from '#modules/cycle/year/holidays.server.ts';
import type { YearMoment } from '#modules/cycle/year/moment.ts';
import * as moments from '#modules/cycle/year/moments.server.ts';
import * as proposals from '#modules/cycle/year/proposals.server.ts';
import type { Day } from '#platform/time.ts';
import { moment, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

const year = '2026-2027';
const daysOff = [
	['Studiedag', '2026-11-11'],
	['Studiedag', '2027-02-08'],
	['Goede Vrijdag', '2027-03-26']
] as const;
const marked: Omit<YearMoment, 'id'>[] = [
	{ kind: 'meeting', words: 'Kijkavond in de klas', day: '2026-11-24' as Day },
	{ kind: 'report-1', words: '', day: '2027-01-29' as Day },
	{ kind: 'other', words: 'Schoolfeest', day: '2027-06-10' as Day },
	{ kind: 'report-2', words: '', day: '2027-06-25' as Day }
];

/** Before the first day the office has put the year in order; after the start talks the next round stands there as a draft. */
export function plans(village: Village): Scene[] {
	const office = village.staff('Yvonne');
	const at = (when: string, act: (ctx: ReturnType<Village['as']>) => Promise<void>): Scene => ({
		at: moment(when, '09:10'),
		act: (now) => act(village.as(office, now))
	});
	return [
		at('08-31', async (ctx) => {
			for (const [name, firstDay] of daysOff) {
				const form = new FormData();
				form.set('name', name);
				form.set('firstDay', firstDay);
				well(await holidays.add(ctx, year, well(parseHoliday(form)), { anyway: false }));
			}
			for (const one of marked) well(await moments.mark(ctx, year, one));
		}),
		at('09-10', async (ctx) => {
			const { proposals: found } = well(await proposals.propose(ctx, year, 'pattern'));
			const { key, firstDay, lastDay } = found.find((proposal) => proposal.key === 'after-report')!;
			well(await proposals.planAll(ctx, year, 'pattern', [{ key, firstDay: firstDay!, lastDay: lastDay! }]));
		})
	];
}
