import type { Language, Role } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay } from '#words/dates.ts';
import { sayList } from '#words/lists.ts';
import type { ArrivalReason } from './arrivals.server.ts';
import type { InvitationState } from './invitation.ts';
import type { InvitationReason, Letter } from './invitations.server.ts';

export const invitationStateWords: Record<InvitationState, (inputs: { day: string }) => string> = {
	sent: m.invitations_state_sent,
	printed: m.invitations_state_printed,
	used: m.invitations_state_used,
	withdrawn: m.invitations_state_withdrawn,
	expired: m.invitations_state_expired
};

export const invitationReasonWords: Record<Exclude<InvitationReason, 'missing'>, () => string> = {
	'nobody-left': () => m.invitations_reason_nobody_left(),
	'without-mail': () => m.invitations_reason_without_mail(),
	known: () => m.invitations_reason_known(),
	changed: () => m.invitations_reason_changed()
};

export const arrivalReasonWords: Record<ArrivalReason, () => string> = {
	'wrong-code': () => m.invitations_use_wrong_code(),
	'too-many': () => m.welcome_too_many(),
	known: () => m.invitations_use_known(),
	'not-yours': () => m.invitations_use_not_yours()
};

/** What Eenlijn is, in a sentence or two to who is invited. */
export function welcomeLine(role: Role, school: string, children: readonly string[], language: Language) {
	const inWords = { locale: language } as const;
	if (role === 'pupil') return m.invitations_letter_welcome_pupil({ school }, inWords);
	return m.invitations_letter_welcome_parent({ school, children: sayList(children, language) }, inWords);
}

type About = { school: { name: string; phone: string | null }; address: string };

/** All that stands on a letter, in the language of the reader. */
export function letterText({ role, fullName, children, language, until }: Letter, { school, address }: About) {
	const inWords = { locale: language } as const;
	const { name, phone } = school;
	return {
		greeting: m.invitations_letter_greeting({ name: fullName }, inWords),
		welcome: welcomeLine(role, name, children, language),
		how: m.invitations_letter_how({}, inWords),
		steps: [
			m.invitations_letter_step_scan({ address }, inWords),
			m.invitations_letter_step_code({}, inWords),
			m.invitations_letter_step_on({}, inWords)
		],
		codeLabel: m.invitations_letter_code_label({}, inWords),
		until: m.invitations_letter_until({ day: sayDay(until, language, { year: true }) }, inWords),
		help: phone
			? m.invitations_letter_help_phone({ school: name, phone }, inWords)
			: m.invitations_letter_help({}, inWords),
		square: m.invitations_letter_qr({}, inWords)
	};
}
export type LetterText = ReturnType<typeof letterText>;
