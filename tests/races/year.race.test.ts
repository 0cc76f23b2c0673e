import { expect, test } from 'vitest';
import { nationalHolidays, type NewHoliday } from '#modules/cycle/year/holiday.ts';
import * as holidays from '#modules/cycle/year/holidays.server.ts';
import * as moments from '#modules/cycle/year/moments.server.ts';
import * as years from '#modules/cycle/year/years.server.ts';
import { as, joris, yvonne } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { addDays, type Day } from '#platform/time.ts';
import { facts, useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const year = '2026-2027';
const free = (nth: number): NewHoliday => {
	const day = addDays('2026-11-02' as Day, nth);
	return { kind: 'free', national: null, name: `Vrij ${nth}`, firstDay: day, lastDay: day };
};

/** Guards `onConflict` in `addCalendar` of src/modules/cycle/year/holiday.store.server.ts: without it the second falls over. */
test('who both make the first change to a year fill it once, and both changes stand', async () => {
	const by = [yvonne, joris, yvonne, joris];
	const added = await Promise.all(by.map((who, nth) => holidays.add(as(who), year, free(nth), { anyway: false })));
	expect(added.map(({ ok }) => ok)).toEqual([true, true, true, true]);
	const { calendar } = value(await years.get(as(yvonne), year));
	const national = nationalHolidays({ name: year }, 'midden');
	expect(calendar.holidays).toHaveLength(national.length + by.length);
});

/** Guards the index `year_moment_once` of migrations/0052_year.sql. */
test('of two who mark the same report card one hears that it is there', async () => {
	const report = { kind: 'report-1', words: '', day: '2027-01-29' as Day } as const;
	const marked = await Promise.all([yvonne, joris].map((who) => moments.mark(as(who), year, report)));
	expect(marked.map((one) => (one.ok ? 'marked' : one.reason)).toSorted()).toEqual(['already-there', 'marked']);
	expect((await facts()).filter((name) => name === 'moment.marked')).toHaveLength(1);
});
