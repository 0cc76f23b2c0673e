import * as callers from '#modules/people/people.server.ts';
import { now } from '#platform/clock.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import type { MessageId, SchoolId } from '#platform/ids.ts';
import { log } from '#platform/log.server.ts';
import { sendMail } from '#platform/mail.server.ts';
import { no, ok } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import { postFor } from './mails.server.ts';
import * as store from './message.store.server.ts';
import { afterQuiet, isReminder, minutesToSend, retryAt } from './notification.ts';

const atOnce = 10;

/**
 * Send what is due at one school. Each message is claimed before it is sent, and recorded after. When the process dies in
 * between, a reminder is never sent again, and anything else goes once more under the same Message-ID (decision 4).
 */
export async function deliver(school: SchoolId): Promise<void> {
	for (;;) {
		const claimed = await claim(school);
		if (!claimed.length) return;
		await Promise.all(claimed.map((message) => send(school, message)));
	}
}

async function claim(school: SchoolId): Promise<store.Message[]> {
	const at = now();
	const claimed = await change({ school }, async (db) => {
		const due = await store.takeDue(db, { school }, at, atOnce);
		const lost = due.filter(({ kind, state }) => state === 'sending' && isReminder(kind));
		const free = due.filter((message) => !lost.includes(message));
		const ids = (messages: typeof due) => messages.map(({ id }) => id);
		await store.mark(db, { school }, ids(lost), { state: 'dropped', trouble: 'unknown', doneAt: at });
		await store.mark(db, { school }, ids(free), {
			state: 'sending',
			dueAt: addMinutes(at, minutesToSend),
			tried: true
		});
		return ok({ free, any: due.length > 0 });
	});
	if (!claimed.ok) return [];
	return claimed.value.free.length || !claimed.value.any ? claimed.value.free : claim(school);
}

async function send(school: SchoolId, message: store.Message) {
	try {
		const made = await change({ school }, async (db) => ok(await postFor(db, school, message, now())));
		const post = made.ok ? made.value : undefined;
		if (!post) return await mark(school, message, { state: 'dropped', doneAt: now() });
		if ('byHand' in post) return await mark(school, message, { state: 'by-hand', pupil: post.byHand });
		await sendMail(post.mail);
	} catch (error) {
		return failed(school, message, error);
	}
	await mark(school, message, { state: 'sent', trouble: null, doneAt: now() });
}

/** It did not go, or not for sure. A reminder that may have gone is not sent again. */
async function failed(school: SchoolId, message: store.Message, error: unknown) {
	const trouble = troubleOf(error);
	log.warn({ error, school, message: message.id, kind: message.kind }, 'a message did not go');
	if (isReminder(message.kind) && mayHaveGone(error)) {
		return mark(school, message, { state: 'dropped', trouble, doneAt: now() });
	}
	const again = retryAt(message.attempts + 1, now());
	if (!again) return mark(school, message, { state: 'failed', trouble, doneAt: now() });
	await mark(school, message, { state: 'waiting', trouble, dueAt: afterQuiet(again) });
}

/** Whoever has the post in hand sees what did not go, and who it was for. */
export async function troubled(ctx: Ctx) {
	if (!mayTendPost(ctx)) return no('missing');
	return read(ctx, async (db) => {
		const messages = await store.findTroubled(db, ctx);
		const names = await callers.namesIn(
			db,
			ctx,
			messages.map(({ person }) => person)
		);
		const named = messages.map((message) => ({ ...message, name: names.get(message.person) ?? '' }));
		return ok({ messages: named, count: await store.count(db, ctx) });
	});
}

/** Try it again now; all that is in trouble when none is named. */
export async function retry(ctx: Ctx, id?: MessageId) {
	if (!mayTendPost(ctx)) return no('missing');
	const retried = await change(ctx, async (db) => {
		const count = await store.retry(db, ctx, ctx.now, id);
		return id && !count ? no('missing') : ok(count);
	});
	if (retried.ok) void deliver(ctx.school).catch((error) => log.error({ error }, 'deliver'));
	return retried;
}

function mayTendPost(ctx: Ctx) {
	return isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
}

function mark(school: SchoolId, { id }: store.Message, to: Parameters<typeof store.mark>[3]) {
	return change({ school }, async (db) => ok(await store.mark(db, { school }, [id], to)));
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number };

/** A code, never the answer itself: mail servers quote addresses. */
function troubleOf(error: unknown) {
	const { code, responseCode } = error as SmtpError;
	return String(responseCode ?? code ?? 'unknown').slice(0, 40);
}

/** Without an answer after the text was handed over, nobody knows. */
function mayHaveGone(error: unknown) {
	const { command, responseCode } = error as SmtpError;
	return command === 'DATA' && !responseCode;
}
