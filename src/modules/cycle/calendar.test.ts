import ICAL from 'ical.js';
import { afterEach, expect, test } from 'vitest';
import type { BookingId } from '#platform/ids.ts';
import { calendarFor, type CalendarEvent } from './calendar.ts';

const zone = process.env.TZ;
afterEach(() => {
	process.env.TZ = zone;
});

const event: CalendarEvent = {
	id: '00000000-0000-4000-8000-00000000abcd' as BookingId,
	startsAt: new Date('2026-09-22T13:15:00Z'),
	endsAt: new Date('2026-09-22T13:30:00Z'),
	sequence: 0,
	state: 'booked',
	summary: 'Gesprek school, 15 min',
	where: 'Lokaal 5; eerste verdieping, naast de trap van de onderbouw en de bibliotheek'
};
const school = { name: 'De Linde', email: 'school@example.org' };
const samira = { name: 'Samira El Idrissi', email: 'samira@example.org' };
const now = new Date('2026-09-18T08:00:00Z');

function parsed(change: Partial<CalendarEvent> = {}) {
	const { method, text } = calendarFor({ ...event, ...change }, school, samira, now);
	const calendar = new ICAL.Component(ICAL.parse(text));
	const found = calendar.getFirstSubcomponent('vevent')!;
	return { method, text, calendar, found, event: new ICAL.Event(found) };
}

test.each(['UTC', 'Pacific/Chatham'])('under %s a calendar reads back the same moment', (hostile) => {
	process.env.TZ = hostile;
	expect(new Date('2026-09-22T12:00:00Z').getTimezoneOffset()).toBe(hostile === 'UTC' ? 0 : -765);
	const { text, event: read, found } = parsed();
	expect(read.startDate.toJSDate()).toEqual(event.startsAt);
	expect(read.endDate.toJSDate()).toEqual(event.endsAt);
	expect(text).toContain('DTSTART:20260922T131500Z');
	expect(text).toContain('DTSTAMP:20260918T080000Z');
	expect(text).not.toMatch(/TZID|VTIMEZONE/);
	expect(String(found.getFirstPropertyValue('location'))).toBe(event.where);
});

test('an invitation asks for an answer, so that Outlook shows its buttons', () => {
	const { method, calendar, found } = parsed();
	expect(method).toBe('REQUEST');
	expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
	const attendee = found.getFirstProperty('attendee')!;
	expect(attendee.getFirstParameter('rsvp').toUpperCase()).toBe('TRUE');
	expect(String(attendee.getFirstValue()).toLowerCase()).toBe('mailto:samira@example.org');
	expect(found.getFirstProperty('organizer')!.getFirstValue()).toBe('mailto:school@example.org');
	expect(found.getFirstPropertyValue('status')).toBe('CONFIRMED');
});

test('a change and a cancellation are about the same event, with a higher sequence', () => {
	const first = parsed();
	const moved = parsed({ sequence: 1, startsAt: new Date('2026-09-23T13:15:00Z') });
	const cancelled = parsed({ sequence: 2, state: 'cancelled' });
	expect(new Set([first, moved, cancelled].map((each) => each.event.uid)).size).toBe(1);
	expect([first, moved, cancelled].map((each) => each.event.sequence)).toEqual([0, 1, 2]);
	expect(cancelled.method).toBe('CANCEL');
	expect(cancelled.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
	expect(cancelled.found.getFirstPropertyValue('status')).toBe('CANCELLED');
	expect(cancelled.found.getFirstProperty('attendee')).not.toBeNull();
});

test('lines are folded and end as the standard wants them', () => {
	const { text } = parsed();
	const lines = text.replace(/\r\n$/, '').split('\r\n');
	expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
	expect(text).toContain('SUMMARY:Gesprek school\\, 15 min');
});
