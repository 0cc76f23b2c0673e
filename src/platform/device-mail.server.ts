import * as m from '#words/compiled/messages.js';
import { sayMoment } from '#words/dates.ts';
import { now } from './clock.server.ts';
import { readConfig } from './config.server.ts';
import type { Language } from './ctx.ts';
import { know } from './devices.server.ts';
import { newId } from './id.server.ts';
import type { AccountId } from './ids.ts';
import { log } from './log.server.ts';
import { mailBody } from './mail-body.ts';
import { sendMail } from './mail.server.ts';
import { deviceOf } from './session-device.ts';

type NewDevice = { account: AccountId; to: string; device: string; language: Language };

/** Tell the owner of an account that it is used on a new device, while the page goes on. */
export function mailNewDevice(news: NewDevice) {
	void send(news).catch((error) => log.error({ error }, 'a new device could not be told by mail'));
}

async function send({ account, to, device, language }: NewDevice) {
	const { origin } = readConfig();
	const inWords = { locale: language } as const;
	const named = deviceOf(device);
	const said = named ? m.welcome_device(named, inWords) : m.welcome_device_unknown({}, inWords);
	await sendMail({
		to,
		subject: m.invitations_device_subject({}, inWords),
		messageId: `<device-${newId()}@${new URL(origin).hostname}>`,
		...mailBody({
			language,
			heading: m.invitations_device_heading({}, inWords),
			lines: [
				m.invitations_device_line({ device: said, when: sayMoment(now(), language) }, inWords),
				m.invitations_device_next({}, inWords)
			],
			button: { label: m.invitations_device_button({}, inWords), href: `${origin}/profiel/apparaten` },
			foot: m.invitations_device_foot({}, inWords)
		})
	});
	await know(account);
}
