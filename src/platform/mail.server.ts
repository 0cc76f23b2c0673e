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
	/** A calendar part: its METHOD stands in the MIME type too, or programs show no buttons. */
	calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
};

let transport: { url: string; carrier: Transporter } | undefined;

/** Hand a mail to the mail server; without one, to the mailbox of the trial. @throws when the server doesn't take it. */
export async function sendMail(mail: Mail) {
	const { smtpUrl, mailFrom } = readConfig();
	if (!smtpUrl) return keepInMailbox(mail);
	const { to, subject, text, html, messageId, calendar } = mail;
	await carrierOf(smtpUrl).sendMail({
		from: mailFrom,
		to,
		subject,
		text,
		html,
		messageId,
		headers: { 'Auto-Submitted': 'auto-generated' },
		...(calendar ? { icalEvent: { method: calendar.method, content: calendar.content } } : {})
	});
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
