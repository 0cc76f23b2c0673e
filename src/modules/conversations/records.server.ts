import { wholeCircleIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mayLead, maySee } from './conversation.access.ts';
import { can, record as recordTalk, type Conversation } from './conversation.ts';
import * as talks from './conversation.store.server.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';
import { addEdition, findEditions } from './edition.store.server.ts';
import { merge } from './preparation.ts';
import type { Draft } from './record.input.ts';
import { mustHear } from './record.access.ts';
import { isSame, type TalkRecord } from './record.ts';
import * as store from './record.store.server.ts';
import { shareSaid } from './understanding.store.server.ts';

export type RecordReason = ConversationReason | 'nothing-written' | 'nothing-changed' | 'conflict';
export type Asked<T> = Promise<Outcome<T, RecordReason>>;

/** Keep a draft of the record. Two who write at once both keep their words. */
export function write(ctx: Ctx, id: ConversationId, draft: Draft): Asked<Draft & { conflict: boolean }> {
	return change(ctx, async (db): Asked<Draft & { conflict: boolean }> => {
		const leading = await leadingIn(db, ctx, id, 'write');
		if (!leading.ok) return leading;
		return ok(await writeIn(db, ctx, id, draft));
	});
}

async function writeIn(db: Db, ctx: Ctx, id: ConversationId, draft: Draft) {
	const stored = (await store.find(db, ctx, id)) ?? { forAdults: '', forCircle: '', version: 0 };
	const { version } = draft;
	const adults = merge({ text: stored.forAdults, version: stored.version }, { text: draft.forAdults, version });
	const circle = merge({ text: stored.forCircle, version: stored.version }, { text: draft.forCircle, version });
	const merged = {
		forAdults: adults.text,
		forCircle: circle.text,
		version: Math.max(adults.version, circle.version)
	};
	if (merged.version !== stored.version) await store.save(db, ctx, id, { writtenBy: ctx.person.id, ...merged });
	return { ...merged, conflict: adults.conflict || circle.conflict };
}

/**
 * Share the record with everyone in the circle; from now on it stands, and each partner can respond. `seen`: the version on
 * the screen of who shares; what a colleague wrote meanwhile is not shared unread.
 */
export function record(ctx: Ctx, id: ConversationId, seen?: number): Asked<undefined> {
	return change(ctx, async (db): Asked<undefined> => {
		const leading = await leadingIn(db, ctx, id, 'record');
		if (!leading.ok) return leading;
		const written = await seenIn(db, ctx, id, seen);
		if (!written.ok) return written;
		const recorded = recordTalk(leading.value, ctx.now);
		if (!recorded.ok) return recorded;
		await talks.save(db, ctx, recorded.value);
		await addEdition(db, ctx, id, { ...written.value, number: 1, sharedBy: ctx.person.id, sharedAt: ctx.now });
		await shareSaid(db, ctx, id);
		recordFact(db, ctx, 'conversation.recorded', id, { pupil: leading.value.pupil });
		return ok(undefined);
	});
}

/** Share it once more, in other words. The earlier edition stays, with the responses that were given to it. */
export function amend(ctx: Ctx, id: ConversationId, seen?: number): Asked<undefined> {
	return change(ctx, async (db): Asked<undefined> => {
		const leading = await leadingIn(db, ctx, id, 'amend');
		if (!leading.ok) return leading;
		const written = await seenIn(db, ctx, id, seen);
		if (!written.ok) return written;
		const last = (await findEditions(db, ctx, id)).at(-1);
		if (!last || isSame(last, written.value)) return no('nothing-changed');
		const number = last.number + 1;
		await addEdition(db, ctx, id, { ...written.value, number, sharedBy: ctx.person.id, sharedAt: ctx.now });
		recordFact(db, ctx, 'conversation.amended', id, { pupil: leading.value.pupil });
		return ok(undefined);
	});
}

async function seenIn(db: Db, ctx: Ctx, id: ConversationId, seen?: number): Asked<TalkRecord> {
	const written = await store.find(db, ctx, id);
	if (!written?.forAdults && !written?.forCircle) return no('nothing-written');
	return seen === undefined || seen === written.version ? ok(written) : no('conflict');
}

/** Whom the record of this talk is for, once it is shared: those who can read it and respond, the other home as well. */
export async function recordReadersIn(db: Db, ctx: Ctx, id: ConversationId) {
	const talk = await talks.find(db, ctx, id);
	const circle = talk?.recordedAt ? await wholeCircleIn(db, ctx, talk.pupil) : undefined;
	const edition = circle && (await findEditions(db, ctx, id)).at(-1);
	if (!talk || !edition) return undefined;
	const readers = circle.members.filter((member) => mustHear(talk, edition, member));
	return { pupil: talk.pupil, startsAt: talk.startsAt, people: readers.map(({ person }) => person) };
}

/** The talk, held against who would change its record at the same moment. */
async function leadingIn(
	db: Db,
	ctx: Ctx,
	id: ConversationId,
	move: 'write' | 'record' | 'amend'
): Asked<Conversation> {
	const opened = await openedIn(db, ctx, id, maySee, talks.findToChange);
	if (!opened) return no('missing');
	if (!mayLead(opened.talk, opened.reader)) return no('refused');
	return can(move, opened.talk) ? ok(opened.talk) : no('wrong-state');
}
