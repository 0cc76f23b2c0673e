import * as callers from '#modules/people/callers.server.ts';
import { wishesIn } from '#modules/people/profiles.server.ts';
import { accountsIn } from '#platform/accounts.server.ts';
import { readConfig } from '#platform/config.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { AccountId, MessageId, PersonId, SchoolId } from '#platform/ids.ts';
import { mailBody, type MailPart } from '#platform/mail-body.ts';
import type { Mail } from '#platform/mail.server.ts';
import * as devices from '#platform/push-devices.server.ts';
import * as m from '#words/compiled/messages.js';
import type { Bundle } from './bundle.ts';
import { invitationPath, textFor, type Reader } from './mails.server.ts';
import type { Message } from './message.store.server.ts';
import { wayOf } from './notification.ts';
import type { Text } from './text.ts';

/** A sentence that says nothing of anybody, for a screen that others see; with the page to open. */
export type Nudge = { account: AccountId; text: string; path: string };

/** What becomes of each message of a bundle, and what goes: one mail, a sentence to somebody's devices, or both. */
export type Post = {
	/** They no longer hold, or nobody can bring them. */
	dropped: MessageId[];
	/** A person tells these, about this child. */
	byHand: { id: MessageId; pupil: PersonId }[];
	goes: MessageId[];
	mail?: Mail;
	nudge?: Nudge;
};

type Part = { message: Message; text: Text; reader: Reader; ctx: Ctx };

/** The bundle as it must go now. */
export async function postFor(db: Db, school: SchoolId, bundle: Bundle<Message>, now: Date): Promise<Post> {
	const post: Post = { dropped: [], byHand: [], goes: [] };
	const parts: Part[] = [];
	const account = (await accountsIn(db, school, [bundle.person])).get(bundle.person);
	const hasDevice = account !== undefined && (await devices.countIn(db, account)) > 0;
	for (const message of bundle.messages) {
		const made = await partFor(db, school, message, now, hasDevice);
		if (!made) post.dropped.push(message.id);
		else if ('byHand' in made) post.byHand.push({ id: message.id, pupil: made.byHand });
		else parts.push(made);
	}
	const [first] = parts;
	if (!first) return post;
	post.goes = parts.map(({ message }) => message.id);
	const { email } = first.reader;
	if (email) post.mail = await mailOf(db, bundle.id, email, parts);
	if (hasDevice) post.nudge = nudgeOf(account, parts);
	return post;
}

async function partFor(
	db: Db,
	school: SchoolId,
	message: Message,
	now: Date,
	hasDevice: boolean
): Promise<Part | { byHand: PersonId } | undefined> {
	const leaves = message.kind === 'agreement-calendar' ? callers.partingIn : callers.findIn;
	const reader = await leaves(db, school, message.person, now);
	if (!reader) return undefined;
	const ctx: Ctx = { school, person: reader.person, now, language: reader.language };
	const wished = (await wishesIn(db, ctx, [message.person])).get(message.person)?.channel;
	const way = wayOf(reader.person.role, wished, reader.email, hasDevice);
	// Who is invited has said nothing yet; without an address the invitation is a letter.
	if (way === 'none' || (message.kind === 'welcome' && !reader.email)) return undefined;
	const text = await textFor(db, ctx, reader, message);
	if (!text) return undefined;
	// A mail did not reach them: the next invitation is given in another way.
	const byHand = way === 'phone' || way === 'paper' || message.kind === 'invited-again';
	if (byHand && text.pupil) return { byHand: text.pupil };
	return reader.email || way === 'push' ? { message, text, reader, ctx } : undefined;
}

async function mailOf(db: Db, id: MessageId, to: string, parts: readonly Part[]): Promise<Mail> {
	const { reader, ctx } = parts[0]!;
	const { text: last } = parts.at(-1)!;
	const inWords = { locale: ctx.language } as const;
	const drawn = await Promise.all(parts.map((part) => partOf(db, part)));
	const feet = [...new Set(parts.flatMap(({ text }) => text.foot ?? []))];
	const [one] = drawn;
	const isOne = drawn.length === 1;
	const greeting = m.notifications_greeting({ name: reader.name }, inWords);
	return {
		to,
		subject: isOne ? last.subject : m.inform_digest_subject({ last: last.subject, more: drawn.length - 1 }, inWords),
		messageId: `<${id}@${new URL(readConfig().origin).hostname}>`,
		calendars: parts.flatMap(({ text }) => text.calendar ?? []),
		...mailBody({
			language: ctx.language,
			...(isOne
				? { ...one!, lines: [greeting, ...one!.lines] }
				: { heading: m.inform_digest_heading({ count: drawn.length }, inWords), lines: [greeting], parts: drawn }),
			foot: [...feet, m.notifications_foot({ school: reader.schoolName }, inWords)].join(' ')
		})
	};
}

async function partOf(db: Db, { message, text, ctx }: Part): Promise<MailPart> {
	const { origin } = readConfig();
	const path = message.kind === 'invitation' ? await invitationPath(db, ctx, message) : text.button?.path;
	return {
		heading: text.heading,
		lines: text.lines,
		taps: text.taps?.map((tap) => ({ label: tap.label, href: `${origin}${tap.path}` })),
		button: text.button && { label: text.button.label, href: `${origin}${path}` }
	};
}

/** One message opens its own page; of more of them, Today says what there is. No code of a link goes this way. */
function nudgeOf(account: AccountId, parts: readonly Part[]): Nudge {
	const [{ text, ctx, message }] = parts as [Part];
	const inWords = { locale: ctx.language } as const;
	const count = parts.length;
	const path = message.kind === 'welcome' ? undefined : text.button?.path;
	return {
		account,
		text: count === 1 ? m.inform_push_one({}, inWords) : m.inform_push_more({ count }, inWords),
		path: (count === 1 && path) || '/vandaag'
	};
}
