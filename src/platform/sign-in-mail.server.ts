import { setTimeout as sleep } from 'node:timers/promises';
import * as m from '#words/compiled/messages.js';
import { readConfig } from './config.server.ts';
import type { Language } from './ctx.ts';
import { log } from './log.server.ts';
import { mailBody } from './mail-body.ts';
import { sendMail } from './mail.server.ts';

type SignInMail = { id: string; to: string; code: string; link: string | undefined; language: Language; naar?: string };

const secondsBetween = [0, 2, 10, 30];

/**
 * Send the mail while the page goes on: how long it takes must not tell who is known here. Not through the job queue,
 * which would keep the code as it is; when the server stops in between, people ask again.
 */
export function mailSignIn(mail: SignInMail) {
	void send(mail).catch((error) => log.error({ error, signIn: mail.id }, 'sign-in mail could not be sent'));
}

async function send({ id, to, code, link, language, naar }: SignInMail) {
	const { origin } = readConfig();
	const inWords = { locale: language } as const;
	const url = new URL('/inloggen/bevestig', origin);
	if (link) url.searchParams.set('sleutel', link);
	if (naar) url.searchParams.set('naar', naar);
	const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
	const mail = {
		to,
		subject: m.welcome_mail_subject({ code: spaced }, inWords),
		messageId: `<sign-in-${id}@${url.hostname}>`,
		...mailBody({
			language,
			heading: m.welcome_mail_heading({}, inWords),
			lines: [
				m.welcome_mail_code({ code: spaced }, inWords),
				link ? m.welcome_mail_or({}, inWords) : m.invitations_mail_code_only({}, inWords)
			],
			button: link ? { label: m.welcome_mail_button({}, inWords), href: url.href } : undefined,
			foot: m.welcome_mail_foot({}, inWords)
		})
	};
	for (const [attempt, seconds] of secondsBetween.entries()) {
		await sleep(seconds * 1000);
		try {
			return await sendMail(mail);
		} catch (error) {
			if (attempt === secondsBetween.length - 1) throw error;
		}
	}
}
