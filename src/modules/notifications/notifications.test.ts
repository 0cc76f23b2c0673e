import ICAL from 'ical.js';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { remind as remindKindly } from '#modules/agreements/follow-ups.server.ts';
import { accept, propose } from '#modules/agreements/handshakes.server.ts';
import * as chairs from '#modules/conversations/chairs.server.ts';
import * as recordPage from '#modules/conversations/record-page.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { openOf } from '#modules/conversations/summaries.server.ts';
import { askOwnTalk, book, cancel, move } from '#modules/cycle/bookings.server.ts';
import * as callers from '#modules/people/callers.server.ts';
import { now, setClock } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findInMailbox, listMailbox } from '#platform/mailbox.server.ts';
import { closeMail } from '#platform/mail.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import { addMinutes, momentOf, type Day, type Time } from '#platform/time.ts';
import { anke, as, autumn, carla, deLinde, noor, samira, samirasHome, stranger, youssef, yvonne } from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { useDatabase } from '#tests/database.ts';
import { deliver, retry, troubled } from './messages.server.ts';
import { hear, remind } from './notifications.server.ts';

useDatabase();

beforeAll(() => delete process.env.SMTP_URL);
beforeEach(() => {
	setClock(autumn);
	startRelay({ hear, afterwards: deliver });
});
afterEach(async () => {
	await stopRelay();
	closeMail();
	delete process.env.SMTP_URL;
});
afterAll(() => setClock(undefined));

const at = (who: Ctx['person']) => as(who, deLinde, now());
const subjectsTo = async (recipient: string) =>
	(await listMailbox(recipient)).map(({ subject }) => subject).toReversed();

async function bookedBySamira(moment = september(24, '15:00')) {
	const { round, ankesAfternoon } = await openStartRound();
	await sweep();
	const chosen = { pupil: noor.id, ...time(ankesAfternoon, moment) };
	const booking = value(await book(at(samira), round, chosen));
	await sweep();
	return { booking, round, ankesAfternoon };
}

/** Of all calendar parts to Samira, the oldest first: method, sequence, and UTC start as a calendar reads them. */
async function calendarsTo(recipient: string) {
	const mails = await Promise.all((await listMailbox(recipient)).map(({ id }) => findInMailbox(id)));
	return mails.toReversed().flatMap((mail) => {
		if (!mail?.calendar) return [];
		const calendar = new ICAL.Component(ICAL.parse(mail.calendar));
		const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
		const method = calendar.getFirstPropertyValue('method');
		return [{ uid: event.uid, method, sequence: event.sequence, start: event.startDate.toJSDate().toISOString() }];
	});
}

test('every guardian is invited with a link of their own, once', async () => {
	await openStartRound();
	await sweep();
	await sweep();
	const mails = await listMailbox();
	expect(mails.map(({ recipient }) => recipient).sort()).toEqual([
		'huda@example.org',
		'rik@example.org',
		'samira@example.org',
		'youssef@example.org'
	]);
	const links = await Promise.all(
		mails.map(async ({ id }) => /\/uitnodiging\/\S+/.exec((await findInMailbox(id))!.body)![0])
	);
	expect(new Set(links).size).toBe(4);
});

test('a booking, its move and its cancellation are one event in the calendar', async () => {
	const { booking, ankesAfternoon } = await bookedBySamira();
	value(await move(at(samira), booking.id, time(ankesAfternoon, september(24, '15:30'))));
	await sweep();
	value(await cancel(at(samira), booking.id));
	await sweep();
	const events = await calendarsTo('samira@example.org');
	expect(new Set(events.map(({ uid }) => uid)).size).toBe(1);
	expect(events.map(({ method, start }) => [method, start])).toEqual([
		['REQUEST', '2026-09-24T13:00:00.000Z'],
		['REQUEST', '2026-09-24T13:30:00.000Z'],
		['CANCEL', '2026-09-24T13:30:00.000Z']
	]);
	expect(events.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
});

test('a colleague who is to lead a talk hears so, and nobody else does', async () => {
	const { booking } = await bookedBySamira();
	value(await chairs.appoint(at(anke), booking.conversation, carla.id));
	await sweep();
	const led = (await listMailbox()).filter(({ subject }) => subject.startsWith('Jij leidt het gesprek over Noor'));
	expect(led.map(({ recipient }) => recipient)).toEqual(['carla@school.example.org']);
	expect((await findInMailbox(led[0]!.id))!.calendar).toContain('METHOD:REQUEST');
});

test('the reminder is for the time it is now, and there is none for what was cancelled', async () => {
	const { booking, ankesAfternoon } = await bookedBySamira();
	setClock(momentOf('2026-09-23' as Day, '10:00' as Time));
	await remind(deLinde);
	value(await move(at(anke), booking.id, time(ankesAfternoon, september(24, '15:45'))));
	await sweep();
	expect((await subjectsTo('samira@example.org')).filter((subject) => subject.startsWith('Morgen'))).toEqual([]);
	await remind(deLinde);
	await remind(deLinde);
	await sweep();
	expect((await subjectsTo('samira@example.org')).filter((subject) => subject.startsWith('Morgen'))).toEqual([
		'Morgen: gesprek over Noor, 15.45 uur'
	]);
	value(await cancel(at(anke), booking.id));
	setClock(addMinutes(now(), 30));
	await remind(deLinde);
	await sweep();
	expect((await subjectsTo('samira@example.org')).filter((subject) => subject.startsWith('Morgen'))).toHaveLength(1);
});

const agreement = {
	pupil: noor.id,
	kind: 'do' as const,
	owner: { household: samirasHome },
	audience: 'circle' as const,
	wording: {
		what: 'lezen elke avond tien minuten voor',
		why: 'Noor meer woorden kent',
		rhythm: '',
		by: '2026-12-01' as Day,
		how: '',
		helpers: ''
	},
	evaluateOn: '2026-12-03' as Day
};

test('an agreement asks its owner, who hears no more once it was answered', async () => {
	setClock(momentOf('2026-09-22' as Day, '21:00' as Time));
	const made = value(await propose(at(anke), agreement));
	await sweep();
	expect(await listMailbox()).toEqual([]);
	value(await accept(at(samira), made.id, { seen: made.version }));
	setClock(momentOf('2026-09-23' as Day, '08:00' as Time));
	await sweep();
	expect(await listMailbox()).toEqual([]);
	value(await remindKindly(at(anke), made.id));
	await sweep();
	setClock(momentOf('2026-12-01' as Day, '08:00' as Time));
	await remind(deLinde);
	await sweep();
	setClock(momentOf('2026-12-03' as Day, '08:00' as Time));
	await remind(deLinde);
	await remind(deLinde);
	await sweep();
	expect(await subjectsTo('samira@example.org')).toEqual([
		'Even denken aan een afspraak over Noor',
		'Vandaag: een afspraak over Noor',
		'Kijk terug op een afspraak over Noor'
	]);
	expect(await subjectsTo('youssef@example.org')).toEqual([]);
});

test('both homes hear that the record is there, and can open it; the other home was not at the table', async () => {
	const { booking } = await bookedBySamira();
	value(await askOwnTalk(at(youssef), booking.round, noor.id));
	const hers = (await openOf(at(samira)))[0]?.id;
	await sittings.start(at(samira), hers!);
	value(await sittings.hold(at(anke), hers!));
	const subjects = async (who: string) => (await subjectsTo(who)).filter((subject) => /verslag/.test(subject));
	await sweep();
	value(await records.write(at(anke), hers!, { forAdults: 'We zien iets anders.', forCircle: '', version: 0 }));
	value(await records.record(at(anke), hers!));
	await sweep();
	const about = ['Het verslag over Noor staat klaar'];
	expect([await subjects('samira@example.org'), await subjects('youssef@example.org')]).toEqual([about, about]);
	expect([await subjects('anke@school.example.org'), await subjects('rik@example.org')]).toEqual([[], []]);
	const [mail] = await listMailbox('youssef@example.org');
	expect((await findInMailbox(mail!.id))!.body).toContain(`/gesprekken/${hers}/verslag`);
	expect(await recordPage.get(at(youssef), hers!)).toMatchObject({ ok: true });
});

test('who reads English hears it in English', async () => {
	await callers.speak(at(samira), 'en');
	await bookedBySamira();
	expect((await subjectsTo('samira@example.org')).at(-1)).toBe('Talk about Noor: Thursday 24 September, 15:00');
});

test('with the mail server down nothing is lost: it is tried later, and the office sees it', async () => {
	process.env.SMTP_URL = 'smtp://127.0.0.1:1';
	await openStartRound();
	await sweep();
	const seen = value(await troubled(at(yvonne)));
	expect(seen.messages).toHaveLength(4);
	expect(seen.messages[0]).toMatchObject({ state: 'waiting', trouble: 'ESOCKET' });
	expect(await troubled(at(stranger))).toMatchObject({ ok: false, reason: 'missing' });
	expect(await retry(at(anke))).toMatchObject({ ok: false, reason: 'missing' });

	const received: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo: ({ address }, _session, done) => {
			received.push(address);
			done();
		},
		onData: (stream, _session, done) => stream.on('end', () => done()).resume()
	});
	const port = await new Promise<number>((listening) => {
		const { server: net } = server;
		server.listen(0, '127.0.0.1', () => listening((net.address() as { port: number }).port));
	});
	process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
	setClock(addMinutes(now(), 2));
	await sweep();
	closeMail();
	await new Promise<void>((closed) => server.close(closed));
	expect(received).toHaveLength(4);
	expect(value(await troubled(at(yvonne)))).toMatchObject({ messages: [], count: { sent: 4 } });
});
