import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeMail, sendMail, type CalendarPart, type Mail } from './mail.server.ts';

let received: string[] = [];
const server = new SMTPServer({
	authOptional: true,
	disabledCommands: ['STARTTLS'],
	onData: (stream, _session, done) => {
		let text = '';
		stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
		stream.on('end', () => {
			// A long header goes on in the next line.
			received.push(text.replace(/\r\n[ \t]+/g, ' '));
			done();
		});
	}
});

beforeAll(async () => {
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
});
afterAll(async () => {
	delete process.env.SMTP_URL;
	closeMail();
	await new Promise<void>((closed) => server.close(closed));
});
beforeEach(() => {
	received = [];
});

const part = (method: CalendarPart['method']): CalendarPart => ({
	method,
	content: `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR\r\n`
});
const mail = (calendars: CalendarPart[]): Mail => ({
	...{ to: 'samira@example.org', subject: 'x', text: 'x', html: '<p>x</p>', messageId: '<x@localhost>', calendars }
});
const typesIn = (text: string) =>
	[...text.matchAll(/^Content-Type: (text\/calendar[^\r]*)/gim)].map(([, type]) => type!);

// Red without `method` in the type: Outlook shows no buttons then.
test.each(['REQUEST', 'CANCEL'] as const)('one event is a part that programs show with buttons: %s', async (method) => {
	await sendMail(mail([part(method)]));
	const [text] = received as [string];
	expect(text).toMatch(/^Content-Type: multipart\/alternative/im);
	expect(typesIn(text).some((type) => type.includes(`method=${method}`))).toBe(true);
});

test('several events are files, each with its own method', async () => {
	await sendMail(mail([part('REQUEST'), part('CANCEL')]));
	const [text] = received as [string];
	const types = typesIn(text);
	expect(types).toHaveLength(2);
	expect(types.map((type) => /method="?(\w+)/.exec(type)?.[1])).toEqual(['REQUEST', 'CANCEL']);
	expect(text.match(/Content-Disposition: attachment/gi)).toHaveLength(2);
});

test('without an event there is none', async () => {
	await sendMail(mail([]));
	expect(typesIn(received[0]!)).toEqual([]);
});
