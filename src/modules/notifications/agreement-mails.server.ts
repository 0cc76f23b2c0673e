import { calendarForMail } from '#modules/agreements/calendars.server.ts';
import { agreementForMessage, type ForMessage } from '#modules/agreements/due.server.ts';
import { noteResults } from '#modules/agreements/agreement.ts';
import { resultWords } from '#modules/agreements/agreement.words.ts';
import { linkFor } from '#modules/agreements/taps.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { AgreementId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import type { Message } from './message.store.server.ts';
import { agreementText } from './notification.words.ts';
import type { Text } from './text.ts';

/** Only while it still waits for this person, still runs, or is due today; no reminder of what didn't work out twice. */
export async function aboutAgreement(db: Db, ctx: Ctx, { kind, subject, aboutAt }: Message): Promise<Text | undefined> {
	const agreement = await agreementForMessage(db, ctx, subject as AgreementId);
	if (!agreement?.readers.includes(ctx.person.id)) return undefined;
	const { state, isStuck } = agreement;
	const occasion = aboutAt && dayOf(aboutAt);
	if (!holds(kind, agreement, occasion, dayOf(ctx.now))) return undefined;
	if (isStuck && (kind === 'kind-reminder' || kind === 'agreement-due')) return undefined;
	const about = { child: agreement.callName, sentence: agreement.sentence(ctx.language) };
	const { button, ...text } = agreementText(kind, about, ctx.language);
	const isAsked = state === 'agreed' && isAsking(kind) && agreement.owners.includes(ctx.person.id);
	const asked = isAsked ? (occasion ?? agreement.latestOccasion) : null;
	return {
		...text,
		pupil: agreement.pupil,
		taps: asked && agreement.isOpen(asked) ? await tapsFor(db, ctx, agreement.id, asked) : [],
		button: { label: button, path: `/afspraken/${agreement.id}` }
	};
}

/** What asks its owner how it went: with an answer of one tap in it, or for who passes it on a place to write the answer. */
export function isAsking(kind: Message['kind']) {
	return kind === 'how-did-it-go' || kind === 'agreement-due' || kind === 'kind-reminder';
}

function holds(kind: Message['kind'], agreement: ForMessage, occasion: Day | null, today: Day): boolean {
	const { state, due, evaluateOn, isStuck, asksRepair } = agreement;
	if (kind === 'answer-wanted') return state === 'proposed';
	if (kind === 'wording-offered') return state === 'adapted';
	if (state !== 'agreed') return false;
	if (kind === 'agreement-due') return due === today;
	if (kind === 'look-back') return evaluateOn <= today;
	if (kind === 'another-form') return isStuck;
	if (kind === 'repair-asked') return asksRepair;
	if (kind === 'how-did-it-go')
		return !!occasion && !isStuck && !agreement.isTold(occasion) && agreement.isOpen(occasion);
	return kind === 'kind-reminder' || kind === 'earlier-wished' || kind === 'repair-made';
}

async function tapsFor(db: Db, ctx: Ctx, id: AgreementId, occasion: Day) {
	const link = await linkFor(db, ctx, id, occasion);
	return noteResults.map((result) => ({
		label: resultWords[result]({}, { locale: ctx.language }),
		path: `/hoe-ging-het/${link}?antwoord=${result}`
	}));
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
				? found.isRead
					? m.notifications_agreement_calendar_gone({}, inWords)
					: m.agreements_calendar_taken_away({}, inWords)
				: m.notifications_agreement_calendar_line({}, inWords)
		],
		button: found.isRead
			? { label: m.notifications_agreement_button({}, inWords), path: `/afspraken/${subject}` }
			: undefined,
		calendar: { method: found.method, content: found.content }
	};
}
