import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { putInCalendar } from '#modules/agreements/calendars.server.ts';
import { evaluate, lookBack, wishEarlier } from '#modules/agreements/evaluations.server.ts';
import { note, remind as remindKindly, repair } from '#modules/agreements/follow-ups.server.ts';
import { accept, propose } from '#modules/agreements/handshakes.server.ts';
import * as taps from '#modules/agreements/taps.server.ts';
import { restrict } from '#modules/people/restrictions.server.ts';
import { now, setClock } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findInMailbox, listMailbox } from '#platform/mailbox.server.ts';
import { closeMail } from '#platform/mail.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import { addDays, dayOf, momentOf, type Day, type Time } from '#platform/time.ts';
import { anke, as, autumn, deLinde, noor, samira, samirasHome, yvonne } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { useDatabase } from '#tests/database.ts';
import { deliver } from './messages.server.ts';
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
});
afterAll(() => setClock(undefined));

type NewAgreement = Parameters<typeof propose>[1];

const at = (who: Ctx['person']) => as(who, deLinde, now());
const evenings: NewAgreement = {
	...{ pupil: noor.id, kind: 'do', owner: { household: samirasHome }, audience: 'circle' },
	wording: {
		...{ what: 'lezen samen met Noor', why: 'Noor vlot leest', rhythm: '', by: null, how: '', helpers: '' },
		cadence: { days: [2, 4], times: 0, weeks: 1, part: 'evening', at: null, minutes: 10, from: null }
	},
	evaluateOn: '2026-12-03' as Day
};

async function agreed(more: Partial<NewAgreement['wording']> = {}) {
	const made = value(await propose(at(anke), { ...evenings, wording: { ...evenings.wording, ...more } }));
	value(await accept(at(samira), made.id, { seen: 1 }));
	return made.id;
}

async function mailsTo(recipient: string) {
	await sweep();
	const list = (await listMailbox(recipient)).toReversed();
	return Promise.all(list.map(async ({ id }) => (await findInMailbox(id))!));
}

test('who asks for it has it in a calendar by mail, without a name; when it is over it goes from there', async () => {
	const id = await agreed();
	value(await putInCalendar(at(samira), id, { inWords: false }));
	await sweep();
	for (const who of [samira, anke]) value(await wishEarlier(at(who), id));
	value(await lookBack(at(anke), id, { did: 'x', missed: '', closer: 'yes', wants: 'stop' }));
	const verdict = { seen: 2, words: '', evaluateOn: null };
	value(await evaluate(at(anke), id, { ...verdict, result: 'stop' }));

	const calendars = (await mailsTo('samira@example.org')).flatMap(({ calendar }) => calendar ?? []);
	const read = calendars.map((text) => new ICAL.Component(ICAL.parse(text)));
	const events = read.map((one) => new ICAL.Event(one.getFirstSubcomponent('vevent')!));
	expect(read.map((one) => one.getFirstPropertyValue('method'))).toEqual(['REQUEST', 'CANCEL']);
	expect(new Set(events.map(({ uid }) => uid)).size).toBe(1);
	expect(events[1]!.sequence).toBeGreaterThan(events[0]!.sequence);
	expect(calendars.join()).not.toMatch(/Noor|lezen/);
	expect((await mailsTo('anke@school.example.org')).some(({ calendar }) => calendar)).toBe(false);
});

// Red when `takeAwayIn` (calendars.server.ts) is not called, and when `goneFrom` there gives words.
test('who may not read it any more has it cancelled in their calendar, once, and without a word of it', async () => {
	const id = await agreed();
	value(await putInCalendar(at(samira), id, { inWords: true }));
	await daysLater(1);
	const today = dayOf(now());
	const forbidden = { guardian: samira.id, kind: 'information', from: today, until: null } as const;
	value(await restrict(at(yvonne), noor.id, { ...forbidden, proof: 'court', proofOn: today }));
	for (const days of [1, 2]) await daysLater(days);
	const mails = (await mailsTo('samira@example.org')).filter(({ calendar }) => calendar);
	const read = mails.map(({ calendar }) => new ICAL.Component(ICAL.parse(calendar!)));
	const events = read.map((one) => new ICAL.Event(one.getFirstSubcomponent('vevent')!));
	expect(read.map((one) => one.getFirstPropertyValue('method'))).toEqual(['REQUEST', 'CANCEL']);
	expect(events[1]!.uid).toBe(events[0]!.uid);
	expect(events[1]!.sequence).toBeGreaterThan(events[0]!.sequence);
	expect(mails[0]!.calendar).toMatch(/lezen/);
	expect(mails[1]!.calendar + mails[1]!.body).not.toMatch(/Noor|lezen/);
});

const asking = async () =>
	(await mailsTo('samira@example.org')).filter(({ subject }) => subject.startsWith('Hoe ging het?'));

async function daysLater(days: number, clock = '09:00') {
	setClock(momentOf(addDays(dayOf(autumn), days), clock as Time));
	await remind(deLinde);
	await sweep();
}

test('once a week its owner is asked how it went, with three answers of one tap and no name in an address', async () => {
	const id = await agreed({ remind: 'weekly' });
	for (const days of [0, 1, 2, 3, 3, 4]) await daysLater(days);
	const [mail, ...more] = await asking();
	expect(more).toEqual([]);
	const links = [...mail!.body.matchAll(/\/hoe-ging-het\/(\S+)\?antwoord=(\w+)/g)];
	expect(links.map(([, , answer]) => answer)).toEqual(['done', 'partly', 'not']);
	expect(links.join()).not.toMatch(new RegExp(`Noor|Samira|${id}|${samira.id}`));
	value(await taps.note(links[0]![1]!, 'phone', now(), { result: 'done', words: '' }));
	for (const who of ['anke@school.example.org', 'youssef@example.org']) {
		const subjects = (await mailsTo(who)).map(({ subject }) => subject);
		expect(subjects.filter((subject) => subject.startsWith('Hoe ging het?'))).toEqual([]);
	}
});

test('what didn’t work out twice gets no third reminder, of the house or of school; school gets a thought', async () => {
	const id = await agreed({ remind: 'each' });
	for (const days of [1, 3]) {
		await daysLater(days);
		value(await note(at(samira), id, { result: 'not', words: '' }));
	}
	const before = (await asking()).length;
	for (const days of [7, 8, 9, 10]) await daysLater(days);
	expect(await remindKindly(at(anke), id)).toEqual({ ok: false, reason: 'another-form' });
	expect(await asking()).toHaveLength(before);
	const thoughts = (await mailsTo('anke@school.example.org')).filter(({ subject }) =>
		subject.startsWith('Een andere vorm')
	);
	expect(thoughts).toHaveLength(1);

	// Each further "not yet" of the same stretch is heard, and mails nobody; another stretch asks again.
	for (const days of [14, 16]) {
		await daysLater(days);
		value(await note(at(samira), id, { result: 'not', words: '' }));
	}
	const asked = async () =>
		(await mailsTo('anke@school.example.org')).filter(({ subject }) => subject.startsWith('Een andere vorm')).length;
	expect(await asked()).toBe(1);
	await daysLater(21);
	value(await note(at(samira), id, { result: 'done', words: '' }));
	for (const days of [23, 28]) {
		await daysLater(days);
		value(await note(at(samira), id, { result: 'not', words: '' }));
	}
	expect(await asked()).toBe(2);
});

test('a reminder that waits for the morning is not sent when it turns out not to work twice', async () => {
	const id = await agreed({ remind: 'each' });
	setClock(momentOf(addDays(dayOf(autumn), 2), '21:00' as Time));
	value(await remindKindly(at(anke), id));
	value(await note(at(samira), id, { result: 'not', words: '', occasion: dayOf(autumn) }));
	value(await note(at(samira), id, { result: 'not', words: '' }));
	await daysLater(3);
	const subjects = (await mailsTo('samira@example.org')).map(({ subject }) => subject);
	expect(subjects.filter((subject) => subject.startsWith('Even denken'))).toEqual([]);
});

test('who wishes to adapt it is heard by the other; what school makes good is read at home', async () => {
	const id = await agreed();
	value(await wishEarlier(at(samira), id));
	const ofSchool = value(await propose(at(anke), { ...evenings, owner: { person: anke.id } })).id;
	value(await note(at(anke), ofSchool, { result: 'not', words: '' }));
	value(await repair(at(anke), ofSchool, { words: 'Morgen begin ik.' }));
	const toAnke = (await mailsTo('anke@school.example.org')).map(({ subject }) => subject);
	expect(toAnke).toContain('Zullen jullie een afspraak over Noor aanpassen?');
	const toSamira = (await mailsTo('samira@example.org')).map(({ subject }) => subject);
	expect(toSamira).toContain('School maakt een afspraak over Noor goed');
});
