import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { book, bookFor, cancel } from '#modules/cycle/bookings.server.ts';
import { forFamily } from '#modules/cycle/choices.server.ts';
import * as profiles from '#modules/people/profiles.server.ts';
import type { Profile } from '#modules/people/profile.ts';
import { admitIn } from '#platform/accounts.server.ts';
import { now, setClock } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import { listMailbox } from '#platform/mailbox.server.ts';
import { no, ok } from '#platform/outcome.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import { addMinutes } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { useDatabase } from '#tests/database.ts';
import * as byHand from './by-hand.server.ts';
import { deliver } from './messages.server.ts';
import { wayOf } from './notification.ts';
import { hear } from './notifications.server.ts';

useDatabase();
beforeAll(() => delete process.env.SMTP_URL);
beforeEach(() => {
	setClock(cast.autumn);
	startRelay({ hear, afterwards: deliver });
});
afterEach(stopRelay);
afterAll(() => setClock(undefined));

const { anke, as, autumn, bram, carla, deLinde, fleur, huda, joris, noor, samira, wim, youssef, yvonne } = cast;
const at = (who: Ctx['person']) => as(who, deLinde, now());

async function wishes(who: Ctx['person'], email: string, wish: Partial<Profile>) {
	await change({ school: deLinde }, async (db) => ok(await admitIn(db, [{ school: deLinde, person: who.id, email }])));
	value(await profiles.keep(at(who), wish));
}

async function bookNoor() {
	const { round, ankesAfternoon } = await openStartRound();
	await sweep();
	setClock(addMinutes(autumn, 1));
	const booking = value(
		await book(at(samira), round, { pupil: noor.id, ...time(ankesAfternoon, september(24, '15:00')) })
	);
	await sweep();
	return booking;
}

const errandsAbout = async (who: Ctx['person'], callName: string) =>
	(await byHand.errandsOf(at(who))).filter((errand) => errand.callName === callName);

describe('which way a message goes', () => {
	test.each([
		['guardian', '', 'x@example.org', 'mail'],
		['guardian', 'mail', 'x@example.org', 'mail'],
		['guardian', 'phone', 'x@example.org', 'phone'],
		['guardian', 'paper', 'x@example.org', 'paper'],
		['guardian', 'mail', null, 'paper'],
		['guardian', '', null, 'paper'],
		['staff', undefined, 'x@example.org', 'mail'],
		['pupil', undefined, null, 'none']
	] as const)('%s, wished %s, address %s: %s', (role, wished, email, way) => {
		expect(wayOf(role, wished, email)).toBe(way);
	});
});

test('who would rather be called gets no mail: staff of the child gets it to pass on, with how they like it', async () => {
	await wishes(youssef, 'youssef@example.org', { channel: 'phone', callWhen: 'na half vier' });
	await bookNoor();
	expect((await listMailbox('youssef@example.org')).map(({ subject }) => subject)).toEqual([]);
	expect((await listMailbox('samira@example.org')).length).toBeGreaterThan(0);

	for (const who of [anke, carla]) {
		expect(await errandsAbout(who, 'Noor')).toMatchObject([{ way: 'phone', name: 'Youssef Benali' }]);
	}
	for (const who of [yvonne, joris, samira, youssef, noor]) expect(await errandsAbout(who, 'Noor')).toEqual([]);

	const [errand] = await errandsAbout(anke, 'Noor');
	const told = value(await byHand.get(at(anke), errand!.id));
	expect(told.texts.map(({ heading }) => heading)).toContain('Het gesprek staat');
	expect(told.wishes.map(({ profile }) => profile.callWhen)).toEqual(['na half vier']);
	for (const who of [bram, yvonne, samira]) expect(await byHand.get(at(who), errand!.id)).toEqual(no('missing'));
});

test('passed on once, it is done: for colleagues too', async () => {
	await wishes(youssef, 'youssef@example.org', { channel: 'paper' });
	await bookNoor();
	const [errand] = await errandsAbout(anke, 'Noor');
	const { waiting } = value(await byHand.get(at(anke), errand!.id));
	expect(await byHand.passOn(at(bram), errand!.id, waiting)).toEqual(no('missing'));
	expect(await byHand.passOn(at(anke), errand!.id, waiting)).toEqual(ok(undefined));
	expect(await byHand.passOn(at(carla), errand!.id, waiting)).toEqual(no('missing'));
	expect(await errandsAbout(carla, 'Noor')).toEqual([]);
});

test('what no longer holds is not told', async () => {
	await wishes(youssef, 'youssef@example.org', { channel: 'phone' });
	const booking = await bookNoor();
	value(await cancel(at(samira), booking.id));
	const [errand] = await errandsAbout(anke, 'Noor');
	const { texts } = value(await byHand.get(at(anke), errand!.id));
	expect(texts.map(({ heading }) => heading)).not.toContain('Het gesprek staat');
});

test('who has no mail is not forgotten: it is passed on by hand', async () => {
	const { round, ankesAfternoon } = await openStartRound();
	await sweep();
	expect(await errandsAbout(anke, 'Fleur')).toMatchObject([{ way: 'paper', name: 'Wim de Boer' }]);
	const chosen = { pupil: fleur.id, ...time(ankesAfternoon, september(24, '15:00')) };
	value(await bookFor(at(anke), round, wim.id, chosen));
	await sweep();
	const [errand] = await errandsAbout(anke, 'Fleur');
	const { texts } = value(await byHand.get(at(anke), errand!.id));
	expect(texts.map(({ heading }) => heading)).toContain('Het gesprek staat');
});

test('a talk apart that was wished stands from the opening of a round; for another child it does not', async () => {
	await wishes(youssef, 'youssef@example.org', { ownTalk: true });
	const { round } = await openStartRound();
	const own = async (who: Ctx['person']) =>
		value(await forFamily(at(who), round, 'school')).children.map(({ pupil, ownTalk }) => [pupil.callName, ownTalk]);
	expect(await own(samira)).toEqual([
		['Noor', 'asked'],
		['Sem', 'asked']
	]);
	expect(await own(huda)).toEqual([['Adam', 'no']]);
});
