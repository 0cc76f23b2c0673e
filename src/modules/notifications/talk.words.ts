import type { Place } from '#modules/conversations/conversation.ts';
import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import { sayMoment, sayTime } from '#words/dates.ts';
import { sayList } from '#words/lists.ts';
import type { NotificationKind } from './notification.ts';

export type TalkAbout = {
	child: string;
	startsAt: Date;
	minutes: number;
	place: Place;
	others: string[];
	leads: boolean;
	/** A reminder that waited for the end of somebody’s quiet hours. */
	isToday?: boolean;
};

/** The texts of a message about a talk, for one reader. */
export function talkText(kind: NotificationKind, talk: TalkAbout, language: Language) {
	const inWords = { locale: language } as const;
	const { child, startsAt, minutes, others } = talk;
	const when = sayMoment(startsAt, language);
	if (kind === 'talk-cancelled') {
		return {
			subject: m.notifications_talk_cancelled_subject({ child }, inWords),
			heading: m.notifications_talk_cancelled_heading({}, inWords),
			lines: [
				m.notifications_talk_cancelled_line({ child, when }, inWords),
				m.notifications_talk_cancelled_next({}, inWords)
			]
		};
	}
	const [subject, heading] =
		kind === 'talk-led'
			? [m.kinds_mail_led_subject({ child, when }, inWords), m.kinds_mail_led_heading({}, inWords)]
			: kind === 'talk-reminder'
				? [
						(talk.isToday ? m.inform_reminder_today_subject : m.notifications_talk_reminder_subject)(
							{ child, time: sayTime(startsAt, language) },
							inWords
						),
						(talk.isToday ? m.inform_reminder_today_heading : m.notifications_talk_reminder_heading)({}, inWords)
					]
				: kind === 'talk-moved'
					? [
							m.notifications_talk_moved_subject({ child, when }, inWords),
							m.notifications_talk_moved_heading({}, inWords)
						]
					: [
							m.notifications_talk_planned_subject({ child, when }, inWords),
							m.notifications_talk_planned_heading({}, inWords)
						];
	return {
		subject,
		heading,
		lines: [
			m.notifications_talk_line({ child, when, minutes }, inWords),
			m.notifications_talk_where({ where: whereWords(talk.place, language) }, inWords),
			...(others.length ? [m.notifications_talk_with({ people: sayList(others, language) }, inWords)] : []),
			// That heading said so already, and it may come when the talk has been.
			...(kind === 'talk-led'
				? []
				: [...(talk.leads ? [m.kinds_mail_led_line({}, inWords)] : []), m.notifications_talk_prepare({}, inWords)])
		]
	};
}

export function whereWords({ kind, location }: Place, language: Language): string {
	const inWords = { locale: language } as const;
	if (kind === 'school' && location) return m.notifications_place_school_room({ location }, inWords);
	const place = {
		school: m.notifications_place_school,
		phone: m.notifications_place_phone,
		online: m.notifications_place_online,
		home: m.notifications_place_home
	}[kind]({}, inWords);
	return location ? m.notifications_place_other({ place, location }, inWords) : place;
}
