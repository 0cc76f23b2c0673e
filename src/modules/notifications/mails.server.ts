import { conversationForMessage } from '#modules/conversations/conversations.server.ts';
import { openToConfirmIn } from '#modules/conversations/dictations.server.ts';
import { recordReadersIn } from '#modules/conversations/records.server.ts';
import { calendarFor } from '#modules/cycle/calendar.ts';
import { invitationOf, makeCodeIn } from '#modules/cycle/invitations.server.ts';
import type * as callers from '#modules/people/callers.server.ts';
import { codeForMailIn } from '#modules/people/invitations.server.ts';
import { welcomeLine } from '#modules/people/invitation.words.ts';
import { childrenIn, namesIn } from '#modules/people/people.server.ts';
import { readConfig } from '#platform/config.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, InvitationId, RoundId } from '#platform/ids.ts';
import { spaced } from '#platform/invitation-code.server.ts';
import { addMinutes, dayOf } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay } from '#words/dates.ts';
import { sayList } from '#words/lists.ts';
import { aboutContact } from './arrangement-mails.server.ts';
import { aboutAgreement, aboutCalendar } from './agreement-mails.server.ts';
import type { Message } from './message.store.server.ts';
import { isAboutTalk, isAboutTime, isAboutTrust } from './notification.ts';
import { talkText, whereWords } from './talk.words.ts';
import type { Text } from './text.ts';
import { aboutTime } from './times.server.ts';
import { aboutTrust } from './trusts.server.ts';

export type Reader = NonNullable<Awaited<ReturnType<typeof callers.findIn>>>;

/** Its words as they must be now, in the language of `ctx`. Undefined: it no longer holds. */
export function textFor(db: Db, ctx: Ctx, reader: Reader, message: Message): Promise<Text | undefined> {
	if (message.kind === 'invitation') return invitationText(db, ctx, reader, message);
	if (message.kind === 'welcome') return welcomeText(db, ctx, reader, message);
	if (isAboutTalk(message.kind)) return aboutTalk(db, ctx, reader, message);
	if (message.kind === 'record-shared' || message.kind === 'record-amended') return recordText(db, ctx, message);
	if (message.kind === 'arrangement-offered' || message.kind === 'contact-due') return aboutContact(db, ctx, message);
	if (message.kind === 'preparation-offered') return offeredText(db, ctx, message);
	if (message.kind === 'agreement-calendar') {
		return aboutCalendar(db, ctx, message, { organizer: houseOf(reader.schoolName), attendee: reader });
	}
	if (isAboutTime(message.kind)) return aboutTime(db, ctx, message);
	return isAboutTrust(message.kind)
		? aboutTrust(db, ctx, reader.schoolName, message)
		: aboutAgreement(db, ctx, message);
}

/** The school, at the address that mail is sent from. */
function houseOf(name: string) {
	return { name, email: /[^\s<>]+@[^\s<>]+/.exec(readConfig().mailFrom)?.[0] ?? 'eenlijn@localhost' };
}

async function invitationText(db: Db, ctx: Ctx, reader: Reader, { subject }: Message): Promise<Text | undefined> {
	const invited = await invitationOf(db, ctx, subject as RoundId);
	if (!invited) return undefined;
	const { round } = invited;
	const inWords = { locale: ctx.language } as const;
	const children = sayList(invited.children, ctx.language);
	const wishes = round.mode === 'wishes';
	const [from, until] = [sayDay(round.firstDay, ctx.language), sayDay(round.lastDay, ctx.language)];
	return {
		pupil: invited.pupils[0]!,
		subject: (wishes ? m.wishes_mail_subject : m.notifications_invitation_subject)(
			{ school: reader.schoolName },
			inWords
		),
		heading: (wishes ? m.wishes_mail_heading : m.notifications_invitation_heading)({}, inWords),
		lines: [
			...(round.invitation ? [round.invitation] : []),
			(wishes ? m.wishes_mail_line : m.notifications_invitation_line)({ children, from, until }, inWords)
		],
		button: {
			label: (wishes ? m.wishes_todo_verb : m.notifications_invitation_button)({}, inWords),
			path: `/afspreken/${round.id}`
		},
		foot: m.notifications_invitation_foot({}, inWords)
	};
}

/** The code stands in the fragment of the address, which no server and no log ever sees. */
async function welcomeText(
	db: Db,
	ctx: Ctx,
	{ schoolName: school }: Reader,
	{ subject }: Message
): Promise<Text | undefined> {
	const made = await codeForMailIn(db, ctx.school, subject as InvitationId, ctx.now);
	if (!made) return undefined;
	const children = await childrenIn(db, ctx);
	const code = spaced(made.code);
	const inWords = { locale: ctx.language } as const;
	return {
		subject: m.invitations_mail_subject({ school }, inWords),
		heading: m.invitations_mail_heading({}, inWords),
		lines: [
			welcomeLine(
				ctx.person.role,
				school,
				children.map(({ callName }) => callName),
				ctx.language
			),
			m.invitations_mail_code({ code, day: sayDay(made.until, ctx.language) }, inWords)
		],
		button: { label: m.invitations_mail_button({}, inWords), path: `/uitnodiging#${code}` },
		foot: m.invitations_mail_foot({}, inWords)
	};
}

/** The button of the mail is a personal link; who is called or gets it on paper has no use for one. */
export async function invitationPath(db: Db, ctx: Ctx, { subject }: Message) {
	return `/uitnodiging/${await makeCodeIn(db, ctx, subject as RoundId, ctx.person.id)}`;
}

/** A cancellation is told whatever came after; the rest only while the talk stands, a reminder only for its moment. */
async function aboutTalk(
	db: Db,
	ctx: Ctx,
	reader: Reader,
	{ kind, subject, aboutAt }: Message
): Promise<Text | undefined> {
	const talk = await conversationForMessage(db, ctx, subject as ConversationId);
	if (!talk?.startsAt || !talk.people.includes(ctx.person.id)) return undefined;
	const leads = talk.chair === ctx.person.id;
	const isLed = kind === 'talk-led';
	const stands =
		talk.state === (kind === 'talk-cancelled' ? 'cancelled' : 'planned') || (isLed && talk.state === 'held');
	const isOver = isLed ? !leads : talk.startsAt <= ctx.now;
	const isForNow = kind !== 'talk-reminder' || talk.startsAt.getTime() === aboutAt?.getTime();
	if (!stands || isOver || !isForNow) return undefined;

	const { startsAt, minutes, place } = talk;
	const names = await namesIn(db, ctx, [talk.pupil, ...talk.people]);
	const others = talk.people.filter((person) => person !== ctx.person.id).flatMap((person) => names.get(person) ?? []);
	const child = names.get(talk.pupil) ?? '';
	const isToday = dayOf(startsAt) === dayOf(ctx.now);
	const text = talkText(kind, { child, startsAt, minutes, place, others, leads, isToday }, ctx.language);
	const inWords = { locale: ctx.language } as const;
	const { origin } = readConfig();
	const path = `/gesprekken/${talk.id}`;
	// Only a mail brings a calendar along.
	const calendar = reader.email
		? calendarFor(
				{
					id: talk.id,
					startsAt,
					endsAt: addMinutes(startsAt, minutes),
					sequence: talk.sequence,
					state: kind === 'talk-cancelled' ? 'cancelled' : 'booked',
					summary: m.notifications_calendar_summary({ minutes }, inWords),
					where: whereWords(place, ctx.language),
					url: `${origin}${path}`
				},
				houseOf(reader.schoolName),
				{ name: reader.name, email: reader.email },
				ctx.now
			)
		: undefined;
	return {
		...text,
		pupil: talk.pupil,
		button: { label: m.notifications_talk_button({}, inWords), path },
		calendar: kind === 'talk-reminder' ? undefined : calendar && { method: calendar.method, content: calendar.text }
	};
}

/** What was written down on the phone, to read through; gone when its reader has, or when the talk was. */
async function offeredText(db: Db, ctx: Ctx, { subject }: Message): Promise<Text | undefined> {
	const talk = await conversationForMessage(db, ctx, subject as ConversationId);
	const child = talk && (await namesIn(db, ctx, [talk.pupil])).get(talk.pupil);
	const open = await openToConfirmIn(db, ctx, subject as ConversationId);
	if (!talk || !child || !open) return undefined;
	const inWords = { locale: ctx.language } as const;
	return {
		pupil: talk.pupil,
		subject: m.preparation_mail_subject({ child }, inWords),
		heading: m.preparation_mail_heading({}, inWords),
		lines: [m.preparation_mail_line({ child }, inWords)],
		button: { label: m.preparation_mail_button({}, inWords), path: `/gesprekken/${subject}/voorbereiden` }
	};
}

async function recordText(db: Db, ctx: Ctx, { kind, subject }: Message): Promise<Text | undefined> {
	const record = await recordReadersIn(db, ctx, subject as ConversationId);
	if (!record?.people.includes(ctx.person.id)) return undefined;
	const inWords = { locale: ctx.language } as const;
	const child = (await namesIn(db, ctx, [record.pupil])).get(record.pupil) ?? '';
	return {
		pupil: record.pupil,
		...(kind === 'record-shared'
			? {
					subject: m.notifications_record_shared_subject({ child }, inWords),
					heading: m.notifications_record_shared_heading({}, inWords),
					lines: [m.notifications_record_shared_line({ child }, inWords)]
				}
			: {
					subject: m.record_mail_subject({ child }, inWords),
					heading: m.record_mail_heading({}, inWords),
					lines: [m.record_mail_line({ child }, inWords)]
				}),
		button: { label: m.notifications_record_shared_button({}, inWords), path: `/gesprekken/${subject}/verslag` }
	};
}
