import { calendarForMail } from '#modules/agreements/calendars.server.ts';
import { agreementForMessage } from '#modules/agreements/due.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { AgreementId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import type { Message } from './message.store.server.ts';
import { agreementText } from './notification.words.ts';
import type { Text } from './text.ts';

/** Only while it still waits for this person, still runs, or is due today. */
export async function aboutAgreement(db: Db, ctx: Ctx, { kind, subject }: Message): Promise<Text | undefined> {
	const agreement = await agreementForMessage(db, ctx, subject as AgreementId);
	if (!agreement?.readers.includes(ctx.person.id)) return undefined;
	const today = dayOf(ctx.now);
	const { state, due, evaluateOn } = agreement;
	const holds =
		(kind === 'answer-wanted' && state === 'proposed') ||
		(kind === 'wording-offered' && state === 'adapted') ||
		(kind === 'kind-reminder' && state === 'agreed') ||
		(kind === 'agreement-due' && state === 'agreed' && due === today) ||
		(kind === 'look-back' && state === 'agreed' && evaluateOn <= today);
	if (!holds) return undefined;
	const about = { child: agreement.callName, sentence: agreement.sentence(ctx.language) };
	const { button, ...text } = agreementText(kind, about, ctx.language);
	return { ...text, pupil: agreement.pupil, button: { label: button, path: `/afspraken/${agreement.id}` } };
}

type Addressed = { name: string; email: string | null };

/** What its reader asked for goes by mail, whatever way other messages go: only a mail brings a calendar along. */
export async function aboutCalendar(
	db: Db,
	ctx: Ctx,
	{ subject }: Message,
	{ organizer, attendee: { name, email } }: { organizer: { name: string; email: string }; attendee: Addressed }
): Promise<Text | undefined> {
	if (!email) return undefined;
	const found = await calendarForMail(db, ctx, subject as AgreementId, { organizer, attendee: { name, email } });
	if (!found) return undefined;
	const inWords = { locale: ctx.language } as const;
	const isOver = found.method === 'CANCEL';
	return {
		subject: m.notifications_agreement_calendar_subject({}, inWords),
		heading: isOver
			? m.notifications_agreement_calendar_over({}, inWords)
			: m.notifications_agreement_calendar_heading({}, inWords),
		lines: [
			isOver
				? m.notifications_agreement_calendar_gone({}, inWords)
				: m.notifications_agreement_calendar_line({}, inWords)
		],
		button: { label: m.notifications_agreement_button({}, inWords), path: `/afspraken/${subject}` },
		calendar: found
	};
}
