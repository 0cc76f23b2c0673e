import type { Language } from '#platform/ctx.ts';
import type { Day } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay } from '#words/dates.ts';
import type { Text } from './text.ts';

type About =
	| { kind: 'consent-asked'; child: string; title: string; until: Day }
	| { kind: 'circle-invited'; child: string; until: Day; name: string; school: string }
	| { kind: 'authority-changed'; school: string }
	| { kind: 'information-decided' }
	| { kind: 'claim-answered'; waits: boolean };

/**
 * The texts of a message about who may what. A subject is read over somebody's shoulder: what is asked or decided stands
 * behind the sign-in.
 */
export function trustText(about: About, path: string, language: Language): Text {
	const inWords = { locale: language } as const;
	if (about.kind === 'consent-asked') {
		const { child, title, until } = about;
		return {
			subject: m.notifications_consent_asked_subject({ child }, inWords),
			heading: m.notifications_consent_asked_heading({}, inWords),
			lines: [
				m.notifications_consent_asked_line({ title, day: sayDay(until, language, { year: true }) }, inWords),
				m.notifications_consent_asked_next({}, inWords)
			],
			button: { label: m.notifications_consent_asked_button({}, inWords), path }
		};
	}
	if (about.kind === 'circle-invited') {
		const { child, until, name, school } = about;
		const day = sayDay(until, language, { year: true });
		return {
			subject: m.notifications_circle_invited_subject({ child }, inWords),
			heading: m.notifications_circle_invited_heading({}, inWords),
			lines: [
				m.notifications_circle_invited_line({ name, child, school, day }, inWords),
				m.notifications_circle_invited_next({}, inWords)
			],
			button: { label: m.notifications_circle_invited_button({}, inWords), path }
		};
	}
	if (about.kind === 'authority-changed') {
		return {
			subject: m.notifications_authority_changed_subject({ school: about.school }, inWords),
			heading: m.notifications_authority_changed_heading({}, inWords),
			lines: [m.notifications_authority_changed_line({}, inWords), m.notifications_authority_changed_next({}, inWords)],
			button: { label: m.notifications_authority_changed_button({}, inWords), path }
		};
	}
	if (about.kind === 'information-decided') {
		return {
			subject: m.notifications_information_decided_subject({}, inWords),
			heading: m.notifications_information_decided_heading({}, inWords),
			lines: [m.notifications_information_decided_line({}, inWords)],
			button: { label: m.notifications_information_decided_button({}, inWords), path }
		};
	}
	const line = about.waits ? m.notifications_claim_answered_longer : m.notifications_claim_answered_line;
	return {
		subject: m.notifications_claim_answered_subject({}, inWords),
		heading: m.notifications_claim_answered_heading({}, inWords),
		lines: [line({}, inWords)],
		button: { label: m.notifications_claim_answered_button({}, inWords), path }
	};
}
