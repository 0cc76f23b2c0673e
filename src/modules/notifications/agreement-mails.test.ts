import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { putInCalendar } from '#modules/agreements/calendars.server.ts';
import { evaluate, lookBack, wishEarlier } from '#modules/agreements/evaluations.server.ts';
import { accept, propose } from '#modules/agreements/handshakes.server.ts';
import { now, setClock } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findInMailbox, listMailbox } from '#platform/mailbox.server.ts';
import { closeMail } from '#platform/mail.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, autumn, deLinde, noor, samira, samirasHome } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { useDatabase } from '#tests/database.ts';
import { deliver } from './messages.server.ts';
import { hear } from './notifications.server.ts';

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
	expect((await mailsTo('anke@example.org')).some(({ calendar }) => calendar)).toBe(false);
});
