import { addDays, momentOf, weekday, type Day, type Time } from '#platform/time.ts';
import { isItsWeek, occasionsIn, schoolDays, type Cadence, type PartOfDay } from './cadence.ts';

/** What a calendar gets to know of an agreement: when, and no more words than its owner chose. */
export type CalendarEntry = {
	/** Of the agreement: the UID for life. */
	id: string;
	sequence: number;
	/** It is over: calendars take it away. */
	gone: boolean;
	summary: string;
	description: string;
	url: string;
	/** Null: once, on `first`. */
	cadence: Cadence | null;
	first: Day;
	last: Day;
};
export type CalendarPerson = { name: string; email: string };

const zone = 'Europe/Amsterdam';
const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const clock: Record<PartOfDay, Time> = {
	morning: '08:00' as Time,
	afternoon: '15:30' as Time,
	evening: '19:00' as Time
};
const minutesByDefault = 15;

/** How summer and winter time change at school, as long as the law stands. */
const zoneLines = [
	...['BEGIN:VTIMEZONE', `TZID:${zone}`],
	...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'DTSTART:19700329T020000'],
	...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
	...['BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'DTSTART:19701025T030000'],
	...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
	'END:VTIMEZONE'
];

/**
 * An agreement as an entry that comes back by the clock at school (RFC 5545, 5546): one UID for life, SEQUENCE up at each
 * change, cancelled when it is over. Undefined: there is no day left to put in a calendar.
 */
export function calendarOf(
	entry: CalendarEntry,
	now: Date,
	mailed?: { organizer: CalendarPerson; attendee: CalendarPerson }
): { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; text: string } | undefined {
	const when = whenLines(entry);
	if (!when) return undefined;
	const method = entry.gone ? 'CANCEL' : mailed ? 'REQUEST' : 'PUBLISH';
	const lines = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Eenlijn//Eenlijn//NL', `METHOD:${method}`],
		...zoneLines,
		...['BEGIN:VEVENT', `UID:${entry.id}@eenlijn`, `SEQUENCE:${entry.sequence}`, `DTSTAMP:${utc(now)}`],
		...when,
		`SUMMARY:${escape(entry.summary)}`,
		...(entry.description ? [`DESCRIPTION:${escape(entry.description)}`] : []),
		...[`URL:${entry.url}`, `STATUS:${entry.gone ? 'CANCELLED' : 'CONFIRMED'}`, 'TRANSP:TRANSPARENT'],
		...(mailed ? peopleLines(mailed) : []),
		...['END:VEVENT', 'END:VCALENDAR']
	];
	return { method, text: `${lines.map(fold).join('\r\n')}\r\n` };
}

function whenLines({ cadence, first, last }: CalendarEntry): string[] | undefined {
	if (!cadence) return allDay(first);
	const start = startOf(cadence, first, last);
	if (!start) return undefined;
	const by = (cadence.days.length ? cadence.days : [weekday(start)]).map((day) => names[day - 1]).join(',');
	const rule = (until: string) => `RRULE:FREQ=WEEKLY;INTERVAL=${cadence.weeks};WKST=MO;BYDAY=${by};UNTIL=${until}`;
	const at = cadence.at ?? (cadence.part && clock[cadence.part]);
	if (!at || !cadence.days.length) return [...allDay(start), rule(plain(last))];
	return [
		`DTSTART;TZID=${zone}:${plain(start)}T${at.replace(':', '')}00`,
		`DURATION:PT${cadence.minutes ?? minutesByDefault}M`,
		rule(utc(momentOf(last, at)))
	];
}

/** A rhythm without days of its own stands on a school day of its week, so that the week is still to come. */
function startOf(cadence: Cadence, first: Day, last: Day): Day | undefined {
	if (cadence.days.length) return occasionsIn(cadence, first, last)[0];
	for (let day = first; day <= last; day = addDays(day, 1)) {
		if (schoolDays.some((one) => one === weekday(day)) && isItsWeek(cadence, day)) return day;
	}
	return undefined;
}

function allDay(day: Day) {
	return [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`];
}

function peopleLines({ organizer, attendee }: { organizer: CalendarPerson; attendee: CalendarPerson }) {
	return [
		`ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`,
		`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=${quoted(attendee.name)}:mailto:${attendee.email}`
	];
}

function plain(day: Day) {
	return day.replaceAll('-', '');
}

function utc(moment: Date) {
	return moment.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function escape(text: string) {
	return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

/** A parameter holds no quotes and no line ends, whatever somebody is called. */
function quoted(name: string) {
	return `"${name.replace(/["\p{Cc}]/gu, ' ')}"`;
}

/** At most 75 bytes a line, and no letter cut in two. */
function fold(line: string) {
	const parts: string[] = [];
	let part = '';
	for (const letter of line) {
		if (Buffer.byteLength(part + letter) > (parts.length ? 74 : 75)) {
			parts.push(part);
			part = '';
		}
		part += letter;
	}
	return [...parts, part].join('\r\n ');
}
