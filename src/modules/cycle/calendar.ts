import ical, {
	ICalAttendeeRole,
	ICalAttendeeStatus,
	ICalCalendarMethod,
	ICalEventStatus,
	type ICalEventData
} from 'ical-generator';
import type { Booking } from './booking.ts';

export type CalendarPerson = { name: string; email: string };

/** What a calendar gets to know: a time and a place. Whose child and what about is nobody else's at work. */
export type CalendarEvent = Pick<Booking, 'startsAt' | 'endsAt' | 'sequence' | 'state'> & {
	/** Of the talk or the booking: the UID for life. */
	id: string;
	/** In the reader's language, without a name: `Gesprek school, 15 min`. */
	summary: string;
	/** In the reader's language: `Lokaal 5`, `Telefonisch`. */
	where: string;
	url?: string;
};

/**
 * A booking as an invitation that calendars add, change and take away (RFC 5546): one UID for life, SEQUENCE up at each
 * change, times in UTC. `method` belongs in the MIME type as well, or Outlook shows no buttons.
 */
export function calendarFor(
	event: CalendarEvent,
	organizer: CalendarPerson,
	attendee: CalendarPerson,
	now: Date
): { method: 'REQUEST' | 'CANCEL'; text: string } {
	const method = event.state === 'cancelled' ? 'CANCEL' : 'REQUEST';
	const text = write(event, method, now, {
		organizer,
		attendees: [{ ...attendee, rsvp: true, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION }]
	});
	return { method, text };
}

/** The same event as a file to add by hand: nobody is asked for an answer. */
export function calendarFile(event: CalendarEvent, now: Date): string {
	return write(event, 'PUBLISH', now, {});
}

/** All talks of one person, for a calendar that comes and looks by itself: nobody is asked for an answer. */
export function calendarFeed(events: readonly CalendarEvent[], name: string, now: Date): string {
	const calendar = calendarOf('PUBLISH');
	calendar.name(name).ttl(hoursBetweenLooks * 3600);
	for (const event of events) calendar.createEvent(asEvent(event, now));
	return calendar.toString();
}

const hoursBetweenLooks = 1;

function write(
	event: CalendarEvent,
	method: 'REQUEST' | 'CANCEL' | 'PUBLISH',
	now: Date,
	people: Pick<ICalEventData, 'organizer' | 'attendees'>
) {
	const calendar = calendarOf(method);
	calendar.createEvent({ ...asEvent(event, now), ...people });
	return calendar.toString();
}

function calendarOf(method: 'REQUEST' | 'CANCEL' | 'PUBLISH') {
	return ical({
		prodId: { company: 'Eenlijn', product: 'Eenlijn', language: 'NL' },
		method: ICalCalendarMethod[method]
	});
}

function asEvent(event: CalendarEvent, now: Date): ICalEventData {
	return {
		id: `${event.id}@eenlijn`,
		sequence: event.sequence,
		stamp: now,
		start: event.startsAt,
		end: event.endsAt,
		summary: event.summary,
		location: event.where,
		url: event.url ?? null,
		status: event.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
	};
}
