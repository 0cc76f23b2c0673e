import { spawn, type ChildProcess } from 'node:child_process';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hear, remind } from '#modules/notifications/notifications.server.ts';
import { propose } from '#modules/agreements/handshakes.server.ts';
import { book } from '#modules/cycle/bookings.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { pool } from '#platform/db.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import { addMinutes, type Day } from '#platform/time.ts';
import { anke, as, autumn, deLinde, noor, samira, samirasHome, sem } from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { asOwner, useRealDatabase } from '#tests/database.ts';

useRealDatabase();

let child: ChildProcess;
let killNext = false;
/** Message-ID and recipient of everything the mail server got whole, in order. */
let received: string[] = [];
let port = 0;

const server = new SMTPServer({
	authOptional: true,
	disabledCommands: ['STARTTLS'],
	onData: (stream, session, done) => {
		let text = '';
		stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
		stream.on('end', () => {
			const id = /^Message-ID: (\S+)/im.exec(text)![1]!;
			received.push(`${id} ${session.envelope.rcptTo[0]!.address}`);
			// The server has the mail; whoever sent it dies before it can write that down.
			if (killNext) child.kill('SIGKILL');
			else done();
		});
	}
});

// A killed client hangs up in the middle of a sentence.
server.on('error', () => {});

beforeAll(async () => {
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	port = (server.server.address() as { port: number }).port;
});
afterAll(() => new Promise<void>((closed) => server.close(closed)));
beforeEach(() => {
	received = [];
	killNext = false;
});

/** Let another process deliver at `moment`; resolves when it is gone, one way or the other. */
async function deliverAt(moment: Date) {
	const started = worker(moment);
	child = started;
	await new Promise((gone) => started.once('exit', gone));
}

function worker(moment: Date) {
	const { connectionString } = pool().options;
	return spawn(process.execPath, ['tests/harness/deliver.child.ts', connectionString!, deLinde, moment.toISOString()], {
		env: { ...process.env, SMTP_URL: `smtp://127.0.0.1:${port}` },
		stdio: 'ignore'
	});
}

/** Facts heard and messages made, none sent yet. */
async function makeMessages(work: () => Promise<unknown>) {
	startRelay({ hear, afterwards: async () => {} });
	await work();
	await sweep();
	await stopRelay();
}

test('killed between sending and recording: a confirmation goes again, under the same Message-ID', async () => {
	setClock(autumn);
	await makeMessages(async () => {
		const { round, ankesAfternoon } = await openStartRound();
		const chosen = { pupil: noor.id, ...time(ankesAfternoon, september(24, '15:00')) };
		value(await book(as(samira), round, chosen));
	});
	killNext = true;
	await deliverAt(addMinutes(autumn, 1));
	const before = [...received];
	expect(before.length).toBeGreaterThan(0);

	killNext = false;
	await deliverAt(addMinutes(autumn, 2));
	expect(received).toEqual(before);
	await deliverAt(addMinutes(autumn, 8));
	for (const mail of before) expect(received.filter((one) => one === mail)).toHaveLength(2);
	await deliverAt(addMinutes(autumn, 15));
	const once = new Set(received);
	expect(once.size).toBeGreaterThan(before.length);
	expect(received).toHaveLength(once.size + before.length);
}, 60_000);

test('killed between sending and recording: a reminder does not go again', async () => {
	setClock(autumn);
	await makeMessages(async () => {
		const { round, ankesAfternoon } = await openStartRound();
		const chosen = { pupil: noor.id, ...time(ankesAfternoon, september(24, '15:00')) };
		value(await book(as(samira), round, chosen));
	});
	await deliverAt(addMinutes(autumn, 1));
	received = [];
	const dayBefore = september(23, '10:00');
	setClock(dayBefore);
	await remind(deLinde);
	killNext = true;
	await deliverAt(addMinutes(dayBefore, 1));
	const reminded = received.length;
	expect(reminded).toBeGreaterThan(0);

	killNext = false;
	for (const minutes of [10, 20, 120]) await deliverAt(addMinutes(dayBefore, minutes));
	expect(new Set(received).size).toBe(received.length);
}, 60_000);

const evening: Parameters<typeof propose>[1] = {
	pupil: noor.id,
	kind: 'do',
	owner: { household: samirasHome },
	audience: 'circle',
	wording: { what: 'lezen elke avond', why: 'Noor vlot leest', rhythm: '', by: null, how: '', helpers: '' },
	evaluateOn: '2026-12-03' as Day
};

/** A family with two children at school, of whom both have a talk; made, and not sent. */
async function bothPlanned() {
	setClock(autumn);
	await makeMessages(async () => {
		const { round, ankesAfternoon, bramsAfternoon } = await openStartRound();
		const noors = { pupil: noor.id, ...time(ankesAfternoon, september(24, '15:00')) };
		const sems = { pupil: sem.id, ...time(bramsAfternoon, september(24, '15:30')) };
		value(await book(as(samira), round, noors));
		value(await book(as(samira), round, sems));
	});
}

// Red without `takeTurn` in `claim` (bundles.server.ts): what is for one person is divided over two mails.
test('two workers at once: each person gets one mail, and everything in it', async () => {
	await bothPlanned();
	const moment = addMinutes(autumn, 1);
	const workers = [worker(moment), worker(moment), worker(moment)];
	await Promise.all(workers.map((one) => new Promise((gone) => one.once('exit', gone))));
	const people = received.map((mail) => mail.split(' ')[1]!);
	expect(people.toSorted()).toEqual([...new Set(people)].toSorted());
	expect(people).toContain('samira@example.org');
	const left = await asOwner(`select id from notifications.message where state not in ('sent', 'by-hand', 'dropped')`);
	expect(left).toEqual([]);
}, 60_000);

// Red when `bundlesOf` puts what went before with what came since, or gives it a new id.
test('killed in the middle of one mail of several things: it goes again as the same mail, and what came since as another', async () => {
	await bothPlanned();
	killNext = true;
	await deliverAt(addMinutes(autumn, 1));
	const before = [...received];
	killNext = false;
	await makeMessages(async () => {
		value(await propose(as(anke), evening));
	});
	for (const minutes of [8, 15, 30]) await deliverAt(addMinutes(autumn, minutes));
	for (const mail of before) expect(received.filter((one) => one === mail)).toHaveLength(2);
	const twice = [...new Set(received)].filter((one) => received.filter((other) => other === one).length > 1);
	expect(twice.toSorted()).toEqual([...new Set(before)].toSorted());
	const rows = await asOwner<{ state: string }>('select distinct state from notifications.message');
	expect(rows.map(({ state }) => state).filter((state) => state === 'waiting' || state === 'sending')).toEqual([]);
}, 60_000);
