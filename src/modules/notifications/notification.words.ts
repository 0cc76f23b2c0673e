import type { Language, Role } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { NotificationKind } from './notification.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

/** What a message is called on the page with the post. */
export const kindWords: Record<NotificationKind, Words> = {
	invitation: m.notifications_kind_invitation,
	welcome: m.invitations_kind_welcome,
	'talk-planned': m.notifications_kind_talk_planned,
	'talk-moved': m.notifications_kind_talk_moved,
	'talk-cancelled': m.notifications_kind_talk_cancelled,
	'talk-led': m.kinds_mail_led_kind,
	'talk-reminder': m.notifications_kind_talk_reminder,
	'preparation-offered': m.preparation_mail_kind,
	'record-shared': m.notifications_kind_record_shared,
	'record-amended': m.record_mail_kind,
	'answer-wanted': m.notifications_kind_answer_wanted,
	'wording-offered': m.notifications_kind_wording_offered,
	'kind-reminder': m.notifications_kind_kind_reminder,
	'agreement-due': m.notifications_kind_agreement_due,
	'look-back': m.notifications_kind_look_back,
	'arrangement-offered': m.arrangements_mail_offered_kind,
	'contact-due': m.arrangements_mail_contact_kind,
	'consent-asked': m.notifications_kind_consent_asked,
	'authority-changed': m.notifications_kind_authority_changed,
	'circle-invited': m.notifications_kind_circle_invited,
	'information-decided': m.notifications_kind_information_decided,
	'claim-answered': m.notifications_kind_claim_answered,
	'agreement-calendar': m.notifications_kind_agreement_calendar,
	'how-did-it-go': m.notifications_kind_how_did_it_go,
	'another-form': m.notifications_kind_another_form,
	'earlier-wished': m.notifications_kind_earlier_wished,
	'repair-asked': m.notifications_kind_repair_asked,
	'repair-made': m.notifications_kind_repair_made,
	'new-time': m.after_mail_again_kind,
	'time-falls-out': m.after_mail_moved_kind,
	'time-stands': m.after_mail_stands_kind,
	'invited-again': m.after_mail_letter_kind
};

/** What comes to somebody of this role, on their own page. */
export function whatComes(role: Role): string[] {
	const all = [m.inform_what_talks(), m.inform_what_agreements(), m.inform_what_records(), m.inform_what_trust()];
	return role === 'guardian' ? [m.inform_what_invitations(), ...all] : all;
}

/** Why it did not go, by what the mail server answered. */
export function troubleWords(trouble: string): Words {
	if (trouble.startsWith('5')) return m.notifications_trouble_refused;
	return /^E(CONN|TIMEDOUT|SOCKET|DNS|HOST)/.test(trouble)
		? m.notifications_trouble_unreachable
		: m.notifications_trouble_other;
}

type About = { child: string; sentence: string };

/** The texts of a message about an agreement. */
export function agreementText(kind: NotificationKind, { child, sentence }: About, language: Language) {
	const inWords = { locale: language } as const;
	const texts: Partial<Record<NotificationKind, [string, string, string[], string]>> = {
		'answer-wanted': [
			m.notifications_answer_wanted_subject({ child }, inWords),
			m.notifications_answer_wanted_heading({}, inWords),
			[m.notifications_answer_wanted_line({ sentence }, inWords), m.notifications_answer_wanted_next({}, inWords)],
			m.notifications_answer_wanted_button({}, inWords)
		],
		'wording-offered': [
			m.notifications_wording_offered_subject({ child }, inWords),
			m.notifications_wording_offered_heading({}, inWords),
			[m.notifications_wording_offered_line({ sentence }, inWords)],
			m.notifications_wording_offered_button({}, inWords)
		],
		'kind-reminder': [
			m.notifications_kind_reminder_subject({ child }, inWords),
			m.notifications_kind_reminder_heading({}, inWords),
			[m.notifications_kind_reminder_line({ sentence }, inWords), m.notifications_kind_reminder_next({}, inWords)],
			m.notifications_agreement_button({}, inWords)
		],
		'agreement-due': [
			m.notifications_agreement_due_subject({ child }, inWords),
			m.notifications_agreement_due_heading({}, inWords),
			[m.notifications_agreement_due_line({ sentence }, inWords), m.notifications_agreement_due_next({}, inWords)],
			m.notifications_agreement_button({}, inWords)
		],
		'how-did-it-go': [
			m.notifications_how_did_it_go_subject({ child }, inWords),
			m.notifications_how_did_it_go_heading({}, inWords),
			[m.notifications_how_did_it_go_line({ sentence }, inWords), m.notifications_how_did_it_go_next({}, inWords)],
			m.notifications_agreement_button({}, inWords)
		],
		'another-form': [
			m.notifications_another_form_subject({ child }, inWords),
			m.notifications_another_form_heading({}, inWords),
			[m.notifications_another_form_line({ sentence }, inWords), m.notifications_another_form_next({}, inWords)],
			m.notifications_agreement_button({}, inWords)
		],
		'earlier-wished': [
			m.notifications_earlier_wished_subject({ child }, inWords),
			m.notifications_earlier_wished_heading({}, inWords),
			[m.notifications_earlier_wished_line({ sentence }, inWords), m.notifications_earlier_wished_next({}, inWords)],
			m.notifications_agreement_button({}, inWords)
		],
		'repair-asked': [
			m.notifications_repair_asked_subject({ child }, inWords),
			m.notifications_repair_asked_heading({}, inWords),
			[m.notifications_repair_asked_line({ sentence }, inWords), m.notifications_repair_asked_next({}, inWords)],
			m.notifications_agreement_button({}, inWords)
		],
		'repair-made': [
			m.notifications_repair_made_subject({ child }, inWords),
			m.notifications_repair_made_heading({}, inWords),
			[m.notifications_repair_made_line({ sentence }, inWords), m.notifications_repair_made_next({}, inWords)],
			m.notifications_agreement_button({}, inWords)
		],
		'look-back': [
			m.notifications_look_back_subject({ child }, inWords),
			m.notifications_look_back_heading({}, inWords),
			[m.notifications_look_back_line({ sentence }, inWords), m.notifications_look_back_next({}, inWords)],
			m.notifications_look_back_button({}, inWords)
		]
	};
	const [subject, heading, lines, button] = texts[kind]!;
	return { subject, heading, lines, button };
}
