import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { deLinde, noor, samira, yvonne } from '#seeds/cast.ts';
import { openStartRound, september, time } from '#seeds/start-round.ts';
import { plantCast } from '#seeds/families.ts';
import { writeTime } from '#modules/cycle/booking.input.ts';
import { caller, tokenFor } from '#tests/access/caller.ts';
import { freePort } from '#tests/harness/guard.ts';
import { startServer } from '#tests/harness/server.ts';
import { manyFamilies } from './many-families.ts';
import { plantFolder } from './planted.ts';

test('killed while forty families book: every time that was confirmed stands after the restart', async () => {
	const { folder, planted, remove } = await plantFolder(() => manyFamilies(40));
	onTestFinished(remove);
	const first = await startServer('scripts/start.ts', { DATA_DIR: folder });
	onTestFinished(first.stop);
	const waiting = [...planted.families];
	const confirmed: { token: string; at: string }[] = [];
	const bookOneByOne = async () => {
		for (let family = waiting.pop(); family; family = waiting.pop()) {
			const { token, pupil, time } = family;
			const answer = await caller(first.origin, token).send(planted.path, 'book', { pupil, time });
			expect(answer.status).toBe(303);
			confirmed.push({ token, at: answer.headers.get('location')! });
			if (confirmed.length === 15) process.kill(first.pid, 'SIGKILL');
		}
	};
	const ended = await Promise.allSettled(Array.from({ length: 8 }, bookOneByOne));
	const stopped = ended.flatMap((one) => (one.status === 'rejected' ? String(one.reason) : []));
	expect(stopped.join('\n')).toMatch(/ECONNRESET|ECONNREFUSED|socket hang up/);
	expect(confirmed.length).toBeGreaterThanOrEqual(15);
	await first.stop();

	const second = await startServer('scripts/start.ts', { DATA_DIR: folder });
	onTestFinished(second.stop);
	for (const { token, at } of confirmed) {
		const page = await caller(second.origin, token).look(at);
		expect(page.status, at).toBe(200);
		expect(await page.text()).toContain('De tijd staat.');
	}
});

test('mail server down: booking goes on, the office sees what waits, and it goes once the mail server is back', async () => {
	const { folder, planted, remove } = await plantFolder(async () => {
		await plantCast();
		const { round, ankesAfternoon } = await openStartRound();
		return {
			path: `/afspreken/${round}`,
			chosen: writeTime(time(ankesAfternoon, september(24, '15:00'))),
			samira: await tokenFor(deLinde, samira),
			yvonne: await tokenFor(deLinde, yvonne)
		};
	});
	onTestFinished(remove);
	const port = await freePort();
	const server = await startServer('scripts/start.ts', { DATA_DIR: folder, SMTP_URL: `smtp://127.0.0.1:${port}` });
	onTestFinished(server.stop);
	const post = async () => (await caller(server.origin, planted.yvonne).look('/beheer/post')).text();

	const form = { pupil: noor.id, time: planted.chosen };
	expect((await caller(server.origin, planted.samira).send(planted.path, 'book', form)).status).toBe(303);
	await expect.poll(post, { timeout: 20_000 }).toContain('De mailserver is niet te bereiken');

	const received = await mailServerAt(port);
	await caller(server.origin).send('/dev', 'setClock', { moment: '2026-09-22T10:00' });
	await expect.poll(post, { timeout: 20_000 }).toContain('Alle post is weg.');
	expect(received.some((mail) => /^To: samira@example\.org/im.test(mail))).toBe(true);
	const ids = received.map((mail) => /^Message-ID: (\S+)/im.exec(mail)![1]);
	expect(new Set(ids).size).toBe(ids.length);
});

/** A mail server that takes everything; what it took, whole. */
async function mailServerAt(port: number) {
	const received: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, _session, done) => {
			let text = '';
			stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
			stream.on('end', () => {
				received.push(text);
				done();
			});
		}
	});
	await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
	onTestFinished(() => new Promise<void>((closed) => server.close(closed)));
	return received;
}
