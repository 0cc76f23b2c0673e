import { calendarKeepersIn, takeAwayIn } from '#modules/agreements/calendars.server.ts';
import { agreementForMessage, asksOn, dueOn } from '#modules/agreements/due.server.ts';
import { consentForMessage, openConsentsIn } from '#modules/consent/answerers.server.ts';
import { talksOn } from '#modules/conversations/comings.server.ts';
import { conversationForMessage } from '#modules/conversations/conversations.server.ts';
import { recordReadersIn } from '#modules/conversations/records.server.ts';
import { fallingOutIn } from '#modules/cycle/after/daily.server.ts';
import { nudgeForMessage, nudgeIn } from '#modules/cycle/after/nudges.server.ts';
import { askedToAnswerIn } from '#modules/cycle/arrangements/messages.server.ts';
import { invitedBy } from '#modules/cycle/invitations.server.ts';
import { now } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import type { Fact } from '#platform/facts.server.ts';
import {
	asId,
	type AgreementId,
	type ConversationId,
	type PersonId,
	type RoundId,
	type SchoolId
} from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { addDays, dayOf, momentOf, type Time } from '#platform/time.ts';
import { contactsDue } from './arrangement-mails.server.ts';
import * as store from './message.store.server.ts';
import { mannersIn } from './manners.server.ts';
import {
	dueFrom,
	isAboutTalk,
	isAboutTime,
	isAboutTrust,
	isUrgent,
	kindOf,
	type NotificationKind
} from './notification.ts';
import { whoHearsOfTime } from './times.server.ts';
import { whoHearsOfTrust } from './trusts.server.ts';

/** A day is told on as its noon. */
const noon = '12:00' as Time;

/** `once`: a name for what it is about, so that it is told once however often it comes up. */
type About = { to: PersonId[]; aboutAt: Date | null; once?: string };

/** Hear what happened at a school and decide who hears of it, in the transaction that takes it from the outbox. */
export async function hear(db: Db, school: SchoolId, facts: readonly Fact[]) {
	for (const fact of facts) {
		const kind = kindOf(fact);
		if (!kind) continue;
		const ctx = houseCtx(school, fact.person);
		const found = await whoHears(db, ctx, kind, fact);
		if (!found) continue;
		const before = isAboutTalk(kind) ? await store.lastMomentOf(db, ctx, fact.subject) : null;
		const talks = [found.aboutAt, before];
		const manners = await mannersIn(db, school, found.to);
		await store.add(
			db,
			ctx,
			found.to.map((person) => ({
				key: found.once ? onceFor(kind, found.once, person) : `${fact.id} ${person}`,
				...{ kind, person, subject: fact.subject, aboutAt: found.aboutAt, madeAt: ctx.now },
				...{ dueAt: dueFrom(kind, ctx.now, talks, manners.get(person)), urgent: isUrgent(kind, ctx.now, talks) }
			}))
		);
	}
}

/** What is asked is told once to each who answers, however often it comes up. */
function onceFor(kind: NotificationKind, subject: string, person: PersonId) {
	return `${kind} ${subject} ${person}`;
}

/**
 * Think of what stands tomorrow and what is due today, as it is now; to be called again and again. What was thought of
 * before isn't made twice, what got another time is.
 */
export function remind(school: SchoolId) {
	const ctx = houseCtx(school, '' as PersonId);
	const today = dayOf(ctx.now);
	return change(ctx, async (db) => {
		const fallingOut = await fallingOutIn(db, ctx);
		for (const { id, startsAt, people } of await talksOn(db, ctx, addDays(today, 1))) {
			if (fallingOut.has(id)) continue;
			await addReminders(db, ctx, 'talk-reminder', id, people, startsAt);
		}
		const { due, evaluate } = await dueOn(db, ctx, today);
		for (const id of due) {
			const agreement = await agreementForMessage(db, ctx, id);
			if (agreement) await addReminders(db, ctx, 'agreement-due', id, agreement.owners);
		}
		for (const id of (await dueOn(db, ctx, addDays(today, -1))).due) {
			const agreement = await agreementForMessage(db, ctx, id);
			if (agreement?.asksRepair) await addReminders(db, ctx, 'repair-asked', id, agreement.owners);
		}
		for (const { id, occasion, at, owners } of await asksOn(db, ctx, today)) {
			await addReminders(db, ctx, 'how-did-it-go', id, owners, momentOf(occasion, noon), at);
		}
		for (const id of evaluate) {
			const agreement = await agreementForMessage(db, ctx, id);
			if (agreement) await addReminders(db, ctx, 'look-back', id, [...agreement.owners, agreement.proposer]);
		}
		for (const { agreement, person } of await takeAwayIn(db, ctx)) {
			await addReminders(db, ctx, 'agreement-calendar', agreement, [person], ctx.now);
		}
		for (const { id, fallsOn, people } of await contactsDue(db, ctx)) {
			await addReminders(db, ctx, 'contact-due', id, people, momentOf(fallsOn, noon));
		}
		await inviteAgain(db, ctx);
		await askLate(db, ctx);
		return ok(undefined);
	});
}

/** Who did not react to a round is invited again, in another way than before; one letter a home. */
async function inviteAgain(db: Db, ctx: Ctx) {
	for (const id of await nudgeIn(db, ctx)) {
		const nudge = await nudgeForMessage(db, ctx, id);
		if (nudge) await addReminders(db, ctx, 'invited-again', id, nudge.guardians);
	}
}

/** Who came to answer for a child after something was asked: authority that was seen, a sixteenth birthday. */
async function askLate(db: Db, ctx: Ctx) {
	const kind = 'consent-asked';
	const made = { kind, aboutAt: null, madeAt: ctx.now } as const;
	for (const subject of await openConsentsIn(db, ctx)) {
		const asked = await consentForMessage(db, ctx, subject);
		const to = asked?.answerers ?? [];
		const manners = await mannersIn(db, ctx.school, to);
		await store.add(
			db,
			ctx,
			to.map((person) => ({
				...{ ...made, subject, person, key: onceFor(kind, subject, person) },
				dueAt: dueFrom(kind, ctx.now, [], manners.get(person))
			}))
		);
	}
}

async function addReminders(
	db: Db,
	ctx: Ctx,
	kind: NotificationKind,
	subject: string,
	to: readonly PersonId[],
	aboutAt: Date | null = null,
	from: Date = ctx.now
) {
	const at = from > ctx.now ? from : ctx.now;
	const moment = aboutAt?.toISOString() ?? dayOf(ctx.now);
	const people = [...new Set(to)];
	const manners = await mannersIn(db, ctx.school, people);
	await store.add(
		db,
		ctx,
		people.map((person) => ({
			key: `${kind} ${subject} ${moment} ${person}`,
			...{ kind, person, subject, aboutAt, madeAt: ctx.now, dueAt: dueFrom(kind, at, [aboutAt], manners.get(person)) }
		}))
	);
}

/** Who is to hear of it; who did it hears only what belongs in everybody's calendar. */
async function whoHears(db: Db, ctx: Ctx, kind: NotificationKind, fact: Fact): Promise<About | undefined> {
	const others = (people: readonly PersonId[]) => [...new Set(people)].filter((person) => person !== fact.person);
	if (kind === 'invitation') {
		const invited = await invitedBy(db, ctx, fact.subject as RoundId);
		return invited && { to: invited.guardians.map(({ person }) => person), aboutAt: null };
	}
	if (kind === 'welcome') {
		const to = asId<PersonId>(fact.about.to);
		return to && { to: [to], aboutAt: null };
	}
	if (kind === 'preparation-offered') {
		const talk = await conversationForMessage(db, ctx, fact.subject as ConversationId);
		const guardian = asId<PersonId>(fact.about.guardian);
		return guardian && talk?.people.includes(guardian) ? { to: [guardian], aboutAt: talk.startsAt } : undefined;
	}
	if (kind === 'arrangement-offered') {
		const asked = await askedToAnswerIn(db, ctx, fact.subject);
		return asked && { to: others(asked.people), aboutAt: null };
	}
	if (kind === 'record-shared' || kind === 'record-amended') {
		const record = await recordReadersIn(db, ctx, fact.subject as ConversationId);
		return record && { to: others(record.people), aboutAt: record.startsAt };
	}
	if (kind === 'talk-led') {
		const talk = await conversationForMessage(db, ctx, fact.subject as ConversationId);
		const chair = asId<PersonId>(fact.about.chair);
		return talk && chair ? { to: others([chair]), aboutAt: talk.startsAt } : undefined;
	}
	if (isAboutTalk(kind)) {
		const talk = await conversationForMessage(db, ctx, fact.subject as ConversationId);
		return talk && { to: talk.people, aboutAt: talk.startsAt };
	}
	if (isAboutTime(kind)) return { to: others(await whoHearsOfTime(db, ctx, kind, fact)), aboutAt: null };
	if (isAboutTrust(kind)) {
		const once = kind === 'consent-asked' ? fact.subject : undefined;
		return { to: others(await whoHearsOfTrust(db, ctx, kind, fact)), aboutAt: null, once };
	}
	if (kind === 'agreement-calendar') {
		const isAsked = fact.name === 'agreement.put-in-calendar';
		const to = isAsked ? [fact.person] : await calendarKeepersIn(db, ctx, fact.subject as AgreementId);
		return { to, aboutAt: null };
	}
	const agreement = await agreementForMessage(db, ctx, fact.subject as AgreementId);
	if (!agreement) return undefined;
	const { owners, proposer, school } = agreement;
	if (kind === 'another-form') {
		const once = `${fact.subject} ${agreement.stretch}`;
		return agreement.isStuck ? { to: others(school), aboutAt: null, once } : undefined;
	}
	if (kind === 'repair-made') return { to: others(agreement.guardians), aboutAt: null };
	if (kind === 'earlier-wished') {
		const other = owners.includes(proposer) ? school : [proposer];
		return { to: others(owners.includes(fact.person) ? other : owners), aboutAt: null };
	}
	if (kind === 'wording-offered') return { to: others([proposer]), aboutAt: null };
	// Either side may remind the other: the owner reminds who proposed it.
	if (kind === 'kind-reminder' && owners.includes(fact.person)) return { to: others([proposer]), aboutAt: null };
	return { to: others(owners), aboutAt: null };
}

/** The house itself looks: not for a page, and in nobody's name. */
function houseCtx(school: SchoolId, person: PersonId): Ctx {
	return { school, person: { id: person, role: 'staff', tasks: [] }, now: now(), language: 'nl' };
}
