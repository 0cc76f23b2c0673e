import { createTransport, type Transporter } from 'nodemailer';
import { readConfig } from './config.server.ts';
import { keepInMailbox } from './mailbox.server.ts';

export type Mail = {
	to: string;
	subject: string;
	text: string;
	html: string;
	/** One and the same when a mail is sent a second time, so that programs and people see one mail. */
	messageId: string;
	calendars?: readonly CalendarPart[];
};
/** Its METHOD stands in the MIME type too, or programs show no buttons. */
export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; content: string };

let transport: { url: string; carrier: Transporter } | undefined;

/** Hand a mail to the mail server; without one, to the mailbox of the trial. @throws when the server doesn't take it. */
export async function sendMail(mail: Mail) {
	const { smtpUrl, mailFrom } = readConfig();
	if (!smtpUrl) return keepInMailbox(mail);
	const { to, subject, text, html, messageId, calendars = [] } = mail;
	await carrierOf(smtpUrl).sendMail({
		from: mailFrom,
		to,
		subject,
		text,
		html,
		messageId,
		headers: { 'Auto-Submitted': 'auto-generated' },
		...calendarParts(calendars)
	});
}

/**
 * One event is a part of the mail that programs show with buttons. RFC 5546 has one event in a part, and programs look at the
 * first part only; of several each is a file with its METHOD, which programs that know it take in, and people can open.
 */
function calendarParts(calendars: readonly CalendarPart[]) {
	const [one, ...more] = calendars;
	if (!one) return {};
	if (!more.length) return { icalEvent: { method: one.method, content: one.content } };
	return {
		attachments: calendars.map(({ method, content }, at) => ({
			filename: `gesprek-${at + 1}.ics`,
			content,
			contentType: `text/calendar; charset=utf-8; method=${method}`
		}))
	};
}

/** Let go of the connections to the mail server. */
export function closeMail() {
	transport?.carrier.close();
	transport = undefined;
}

function carrierOf(url: string) {
	if (transport?.url !== url) {
		closeMail();
		const secondsPatience = 20;
		const options = { pool: true, maxConnections: 4, connectionTimeout: secondsPatience * 1000 } as const;
		transport = { url, carrier: createTransport({ url, ...options }) as Transporter };
	}
	return transport.carrier;
}
