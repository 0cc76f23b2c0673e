import { spawn, type ChildProcess } from 'node:child_process';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hear, remind } from '#modules/notifications/notifications.server.ts';
import { book } from '#modules/cycle/bookings.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { pool } from '#platform/db.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import { addMinutes } from '#platform/time.ts';
import { as, autumn, deLinde, noor, samira } from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { useRealDatabase } from '#tests/database.ts';

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
	const { connectionString } = pool().options;
	child = spawn(
		process.execPath,
		['tests/harness/deliver.child.ts', connectionString!, deLinde, moment.toISOString()],
		{
			env: { ...process.env, SMTP_URL: `smtp://127.0.0.1:${port}` },
			stdio: 'ignore'
		}
	);
	await new Promise((gone) => child.once('exit', gone));
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
