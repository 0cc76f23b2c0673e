import { missedForMessage } from '#modules/cycle/after/again.server.ts';
import { nudgeForMessage } from '#modules/cycle/after/nudges.server.ts';
import type { NudgeId } from '#modules/cycle/after/nudge.ts';
import { proposalForMessage } from '#modules/cycle/after/proposals.server.ts';
import { takesWishes } from '#modules/cycle/round.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Fact } from '#platform/facts.server.ts';
import type { BookingId, PersonId } from '#platform/ids.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay, sayMoment } from '#words/dates.ts';
import type { Message } from './message.store.server.ts';
import type { TimeKind } from './notification.ts';
import type { Text } from './text.ts';

/** Who is asked about a time of a round: the family of the talk. */
export async function whoHearsOfTime(db: Db, ctx: Ctx, kind: TimeKind, fact: Fact): Promise<PersonId[]> {
	const about = kind === 'new-time' ? missedForMessage : proposalForMessage;
	return (await about(db, ctx, fact.subject as BookingId))?.guardians ?? [];
}

/** Undefined: it was answered meanwhile, or no longer holds. */
export function aboutTime(db: Db, ctx: Ctx, { kind, subject }: Message): Promise<Text | undefined> {
	if (kind === 'time-falls-out') return fallsOut(db, ctx, subject as BookingId);
	if (kind === 'invited-again') return invitedAgain(db, ctx, subject as NudgeId);
	if (kind === 'time-stands') return stands(db, ctx, subject as BookingId);
	return newTime(db, ctx, subject as BookingId);
}

/** A talk was not held: no reproach, and an apology when it was the side of school (handbook P9). */
async function newTime(db: Db, ctx: Ctx, id: BookingId): Promise<Text | undefined> {
	const missed = await missedForMessage(db, ctx, id);
	if (!missed?.guardians.includes(ctx.person.id)) return undefined;
	const inWords = { locale: ctx.language } as const;
	const { pupil, callName: child, startsAt, schoolSide } = missed;
	return {
		pupil,
		subject: m.after_mail_again_subject({ child }, inWords),
		heading: m.after_mail_again_heading({}, inWords),
		lines: [
			m.after_again_not_held({ when: sayMoment(startsAt, ctx.language) }, inWords),
			schoolSide ? m.after_again_sorry({}, inWords) : m.after_again_welcome({}, inWords)
		],
		button: { label: m.after_mail_again_button({}, inWords), path: `/afspreken/tijd/${id}/opnieuw` },
		foot: m.after_again_phone({}, inWords)
	};
}

/** The time that falls out and the one that is kept for this family: people are asked before they are moved (handbook §3.3). */
async function fallsOut(db: Db, ctx: Ctx, id: BookingId): Promise<Text | undefined> {
	const proposed = await proposalForMessage(db, ctx, id);
	if (!proposed?.asks || !proposed.guardians.includes(ctx.person.id)) return undefined;
	const inWords = { locale: ctx.language } as const;
	const { pupil, callName: child, startsAt, time, teacher } = proposed;
	return {
		pupil,
		subject: m.after_mail_moved_subject({ child }, inWords),
		heading: m.after_mail_moved_heading({}, inWords),
		lines: [
			m.after_mail_moved_line({ teacher, when: sayMoment(startsAt, ctx.language) }, inWords),
			time
				? m.after_mail_moved_time({ when: sayMoment(time.startsAt, ctx.language) }, inWords)
				: m.after_mail_moved_choose({}, inWords)
		],
		button: { label: m.after_mail_moved_button({}, inWords), path: `/afspreken/tijd/${id}/voorstel` },
		foot: m.after_again_phone({}, inWords)
	};
}

/** The teacher can be there after all. */
async function stands(db: Db, ctx: Ctx, id: BookingId): Promise<Text | undefined> {
	const proposed = await proposalForMessage(db, ctx, id);
	if (!proposed?.stands || !proposed.guardians.includes(ctx.person.id)) return undefined;
	const inWords = { locale: ctx.language } as const;
	const { pupil, callName: child, startsAt, teacher } = proposed;
	return {
		pupil,
		subject: m.after_mail_stands_subject({ child }, inWords),
		heading: m.after_mail_stands_heading({}, inWords),
		lines: [m.after_mail_stands_line({ teacher, when: sayMoment(startsAt, ctx.language) }, inWords)],
		button: { label: m.after_mail_stands_button({}, inWords), path: `/afspreken/tijd/${id}` }
	};
}

/** School invites again, personally, and asks what does suit; who has a time by now gets nothing. */
async function invitedAgain(db: Db, ctx: Ctx, id: NudgeId): Promise<Text | undefined> {
	const invited = await nudgeForMessage(db, ctx, id);
	if (!invited?.guardians.includes(ctx.person.id)) return undefined;
	const inWords = { locale: ctx.language } as const;
	const { pupil, callName: child, round } = invited;
	const [from, until] = [sayDay(round.firstDay, ctx.language), sayDay(round.lastDay, ctx.language)];
	return {
		pupil,
		subject: m.after_mail_letter_subject({ child }, inWords),
		heading: m.after_mail_letter_heading({ child }, inWords),
		lines: [m.after_mail_letter_line({ from, until }, inWords), m.after_mail_letter_next({}, inWords)],
		button: {
			label: m.after_mail_letter_button({}, inWords),
			path: takesWishes(round) ? `/afspreken/${round.id}/wensen` : `/afspreken/${round.id}?kind=${pupil}`
		}
	};
}
