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
const told = {
	'app-set': m.sign_in_step_mail_app_set,
	'app-removed': m.sign_in_step_mail_app_removed,
	'passkey-set': m.sign_in_step_mail_passkey_set,
	'passkey-removed': m.sign_in_step_mail_passkey_removed,
	reset: m.sign_in_step_mail_reset
};
export type StepChange = keyof typeof told;

/** Tell the owner of an account that another proof opens it now, while the page goes on: it may not have been the owner. */
export function mailStepChange(account: AccountId, change: StepChange, language: Language) {
	void send(account, change, language).catch((error) =>
		log.error({ error }, 'a second step could not be told by mail')
	);
}

/** Tell who keeps another school of the same person that their second step is gone there too. */
export function mailKeeper(keeper: AccountId, about: { name: string; by: string }, language: Language) {
	const inWords = { locale: language } as const;
	const lines = [m.sign_in_step_mail_elsewhere({ ...about, when: sayMoment(now(), language) }, inWords)];
	void post(keeper, language, {
		subject: m.sign_in_step_mail_elsewhere_subject({}, inWords),
		heading: m.sign_in_step_mail_elsewhere_heading({}, inWords),
		lines: [...lines, m.sign_in_step_mail_elsewhere_next(about, inWords)],
		button: { label: m.sign_in_step_mail_elsewhere_button({}, inWords), path: '/school/inloggen' },
		foot: m.sign_in_step_mail_elsewhere_foot({}, inWords)
	}).catch((error) => log.error({ error }, 'a school could not be told of a second step by mail'));
}

type Words = {
	subject: string;
	heading: string;
	lines: string[];
	button: { label: string; path: string };
	foot: string;
};

async function post(account: AccountId, language: Language, { subject, heading, lines, button, foot }: Words) {
	const to = (await accountById(account))?.email;
	if (!to) return;
	const { origin } = readConfig();
	const messageId = `<step-${newId()}@${new URL(origin).hostname}>`;
	const said = { label: button.label, href: `${origin}${button.path}` };
	await sendMail({ to, subject, messageId, ...mailBody({ language, heading, lines, button: said, foot }) });
}

async function send(account: AccountId, change: StepChange, language: Language) {
	const inWords = { locale: language } as const;
	await post(account, language, {
		subject: m.sign_in_step_mail_subject({}, inWords),
		heading: m.sign_in_step_mail_heading({}, inWords),
		lines: [told[change]({ when: sayMoment(now(), language) }, inWords), m.sign_in_step_mail_next({}, inWords)],
		button: { label: m.sign_in_step_mail_button({}, inWords), path: '/profiel/inloggen' },
		foot: m.sign_in_step_mail_foot({}, inWords)
	});
}
