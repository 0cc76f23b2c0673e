import ICAL from 'ical.js';
import { afterEach, describe, expect, test } from 'vitest';
import type { Day, Time } from '#platform/time.ts';
import type { Cadence } from './cadence.ts';
import { calendarOf, type CalendarEntry } from './calendar.ts';

const zone = process.env.TZ;
afterEach(() => {
	process.env.TZ = zone;
});

const evenings: Cadence = {
	...{ days: [2, 4], times: 0, weeks: 1, part: 'evening', at: '19:30' as Time, minutes: 10 },
	from: '2026-10-19' as Day
};
const entry: CalendarEntry = {
	...{
		id: '00000000-0000-4000-8000-00000000abcd',
		sequence: 0,
		gone: false,
		url: 'https://eenlijn.example/afspraken/1'
	},
	...{ summary: 'Afspraak van school en thuis', description: '' },
	...{ cadence: evenings, first: '2026-10-19' as Day, last: '2026-11-05' as Day }
};
const now = new Date('2026-10-18T08:00:00Z');
const mailed = {
	organizer: { name: 'De Linde', email: 'school@example.org' },
	attendee: { name: 'Samira "El" Idrissi', email: 'samira@example.org' }
};

function moments(change: Partial<CalendarEntry> = {}) {
	const { calendar, event } = parsed(change);
	ICAL.TimezoneService.reset();
	ICAL.TimezoneService.register(new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!));
	const found: string[] = [];
	const each = event.iterator();
	for (let next = each.next(); next && found.length < 40; next = each.next()) {
		found.push(next.isDate ? next.toString() : next.toJSDate().toISOString());
	}
	return found;
}

function parsed(change: Partial<CalendarEntry> = {}, by?: typeof mailed) {
	const made = calendarOf({ ...entry, ...change }, now, by)!;
	const calendar = new ICAL.Component(ICAL.parse(made.text));
	const found = calendar.getFirstSubcomponent('vevent')!;
	return { ...made, calendar, found, event: new ICAL.Event(found) };
}

describe.each(['UTC', 'Pacific/Chatham'])('under %s', (hostile) => {
	test('half past seven at school stays half past seven when the clock goes back', () => {
		process.env.TZ = hostile;
		expect(moments()).toEqual([
			...['2026-10-20T17:30:00.000Z', '2026-10-22T17:30:00.000Z'],
			...['2026-10-27T18:30:00.000Z', '2026-10-29T18:30:00.000Z'],
			...['2026-11-03T18:30:00.000Z', '2026-11-05T18:30:00.000Z']
		]);
	});

	test('and when it goes forward', () => {
		process.env.TZ = hostile;
		const spring = { first: '2027-03-25' as Day, last: '2027-03-30' as Day };
		expect(moments(spring)).toEqual(['2027-03-25T18:30:00.000Z', '2027-03-30T17:30:00.000Z']);
	});
});

test('every other week counts from the week in which it began', () => {
	const cadence = { ...evenings, days: [2], weeks: 2, part: null, at: null };
	expect(moments({ cadence, first: '2026-10-21' as Day, last: '2026-11-20' as Day })).toEqual([
		'2026-11-03',
		'2026-11-17'
	]);
});

test('a rhythm without days of its own is a note in its week; once is a day', () => {
	const cadence = { ...evenings, days: [], times: 3, part: null, at: null };
	expect(moments({ cadence, first: '2026-10-24' as Day })).toEqual(['2026-10-26', '2026-11-02']);
	expect(moments({ cadence: null, first: '2026-10-24' as Day })).toEqual(['2026-10-24']);
});

test('with no day left there is nothing to put in a calendar', () => {
	expect(calendarOf({ ...entry, last: '2026-10-19' as Day }, now)).toBeUndefined();
});

test('a change and an end are about the same entry, with a higher sequence', () => {
	const first = parsed({}, mailed);
	const later = parsed({ sequence: 1, last: '2026-12-17' as Day }, mailed);
	const over = parsed({ sequence: 2, gone: true }, mailed);
	expect(new Set([first, later, over].map(({ event }) => event.uid)).size).toBe(1);
	expect([first, later, over].map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
	expect([first, later, over].map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
	expect(over.found.getFirstPropertyValue('status')).toBe('CANCELLED');
	expect(first.found.getFirstProperty('attendee')!.getFirstParameter('rsvp').toUpperCase()).toBe('TRUE');
	expect(parsed().method).toBe('PUBLISH');
});

test('whatever people wrote, the file stays a file: folded, escaped, ended as the standard wants', () => {
	const summary = 'lezen voor; samen, hardop\nEND:VCALENDAR يقرأون معًا كل مساء قبل النوم مع بابا ومع ماما في البيت';
	const { text, found } = parsed({ summary }, mailed);
	expect(String(found.getFirstPropertyValue('summary'))).toBe(summary);
	expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
	expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1);
});
