import * as m from '#words/compiled/messages.js';
import { sayMoment } from '#words/dates.ts';
import { accountById } from './accounts.server.ts';
import { now } from './clock.server.ts';
import { readConfig } from './config.server.ts';
import type { Language } from './ctx.ts';
import { newId } from './id.server.ts';
import type { AccountId } from './ids.ts';
import { log } from './log.server.ts';
import { mailBody } from './mail-body.ts';
import { sendMail } from './mail.server.ts';

/** What became of a second step or a passkey; `reset`: somebody of the office took it all away. */
const lines = {
	'app-set': m.sign_in_step_mail_app_set,
	'app-removed': m.sign_in_step_mail_app_removed,
	'passkey-set': m.sign_in_step_mail_passkey_set,
	'passkey-removed': m.sign_in_step_mail_passkey_removed,
	reset: m.sign_in_step_mail_reset
};
export type StepChange = keyof typeof lines;

/** Tell the owner of an account that another proof opens it now, while the page goes on: it may not have been the owner. */
export function mailStepChange(account: AccountId, change: StepChange, language: Language) {
	void send(account, change, language).catch((error) =>
		log.error({ error }, 'a second step could not be told by mail')
	);
}

async function send(account: AccountId, change: StepChange, language: Language) {
	const to = (await accountById(account))?.email;
	if (!to) return;
	const { origin } = readConfig();
	const inWords = { locale: language } as const;
	await sendMail({
		to,
		subject: m.sign_in_step_mail_subject({}, inWords),
		messageId: `<step-${newId()}@${new URL(origin).hostname}>`,
		...mailBody({
			language,
			heading: m.sign_in_step_mail_heading({}, inWords),
			lines: [lines[change]({ when: sayMoment(now(), language) }, inWords), m.sign_in_step_mail_next({}, inWords)],
			button: { label: m.sign_in_step_mail_button({}, inWords), href: `${origin}/profiel/inloggen` },
			foot: m.sign_in_step_mail_foot({}, inWords)
		})
	});
}
