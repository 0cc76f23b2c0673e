import * as callers from '#modules/people/people.server.ts';
import { now } from '#platform/clock.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import type { MessageId, SchoolId } from '#platform/ids.ts';
import { log } from '#platform/log.server.ts';
import { sendMail } from '#platform/mail.server.ts';
import { no, ok } from '#platform/outcome.ts';
import { push } from '#platform/push.server.ts';
import { calm } from '#platform/rush.server.ts';
import type { Bundle } from './bundle.ts';
import { claim } from './bundles.server.ts';
import * as store from './message.store.server.ts';
import { isReminder, retryAt } from './notification.ts';
import { postFor, type Post } from './posts.server.ts';

/**
 * Send what is due at one school, to each person in one mail. It is claimed before it is sent, and recorded after. When the
 * process dies in between, a reminder is never sent again, and anything else goes once more under the same Message-ID (decision 4).
 */
export async function deliver(school: SchoolId): Promise<void> {
	for (;;) {
		await calm();
		const claimed = await claim(school);
		if (!claimed) return;
		await Promise.all(claimed.map((bundle) => send(school, bundle)));
	}
}

async function send(school: SchoolId, bundle: Bundle<store.Message>) {
	let post: Post | undefined;
	try {
		const made = await change({ school }, async (db) => ok(await postFor(db, school, bundle, now())));
		post = made.ok ? made.value : undefined;
		if (!post) return;
		await mark(school, post.dropped, { state: 'dropped', doneAt: now() });
		for (const { id, pupil } of post.byHand) await mark(school, [id], { state: 'by-hand', pupil });
		if (post.mail) await sendMail(post.mail);
		else if (post.nudge && !(await push(bundle.id, post.nudge))) throw new Error('no device took it');
	} catch (error) {
		const settled = new Set([...(post?.dropped ?? []), ...(post?.byHand ?? []).map(({ id }) => id)]);
		return failed(
			school,
			bundle.messages.filter(({ id }) => !settled.has(id)),
			error
		);
	}
	await mark(school, post.goes, { state: 'sent', trouble: null, doneAt: now() });
	if (post.mail && post.nudge) await push(bundle.id, post.nudge).catch((error) => log.warn({ error, school }, 'push'));
}

/** It did not go, or not for sure. A reminder that may have gone is not sent again. */
async function failed(school: SchoolId, messages: readonly store.Message[], error: unknown) {
	const trouble = troubleOf(error);
	for (const { id, kind, attempts } of messages) {
		log.warn({ error, school, message: id, kind }, 'a message did not go');
		const again = retryAt(attempts + 1, now());
		if (isReminder(kind) && mayHaveGone(error)) await mark(school, [id], { state: 'dropped', trouble, doneAt: now() });
		else if (!again) await mark(school, [id], { state: 'failed', trouble, doneAt: now() });
		else await mark(school, [id], { state: 'waiting', trouble, dueAt: again });
	}
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

function mark(school: SchoolId, ids: readonly MessageId[], to: Parameters<typeof store.mark>[3]) {
	return change({ school }, async (db) => ok(await store.mark(db, { school }, ids, to)));
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
