import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { inOrder, putBefore } from './agenda.ts';
import * as store from './agenda.store.server.ts';
import { noteChangeIn } from './changes.server.ts';
import { maySee } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';
import * as talks from './conversation.store.server.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';
import { mayHear, maySpeak } from './entry.access.ts';
import { canSpeak, type EntryId } from './entry.ts';
import * as entries from './entry.store.server.ts';
import { carryLeftIn } from './leftovers.server.ts';
import * as summaries from './summary.store.server.ts';

type Asked = Promise<Outcome<undefined, ConversationReason>>;

/** Put a point before another, or last. Whoever sits at the talk orders its agenda, whosesoever the points are. */
export function order(ctx: Ctx, id: ConversationId, entry: EntryId, before: EntryId | null): Asked {
	return onPoint(ctx, id, entry, async (db, _talk, all) => {
		const put = putBefore(all, entry, before);
		if (!put) return no('missing');
		await store.saveOrder(db, ctx, id, put);
		return ok(undefined);
	});
}

/** Nobody got to it: it goes along to the next talk, now when that is planned, or as soon as it is. */
export function leave(ctx: Ctx, id: ConversationId, entry: EntryId): Asked {
	return onPoint(ctx, id, entry, async (db, talk) => {
		if (!talk.startedAt) return no('wrong-state');
		await store.leave(db, ctx, id, entry);
		const next = await nextOf(db, ctx, talk);
		if (next) await carryLeftIn(db, ctx, next);
		return ok(undefined);
	});
}

async function nextOf(db: Db, ctx: Ctx, talk: Conversation) {
	const planned = await summaries.findOfPupils(db, ctx, [talk.pupil]);
	return planned.find(
		({ id, state, startsAt }) => id !== talk.id && state === 'planned' && startsAt && startsAt > ctx.now
	);
}

function onPoint(
	ctx: Ctx,
	id: ConversationId,
	entry: EntryId,
	work: (db: Db, talk: Conversation, all: EntryId[]) => Asked
): Asked {
	return change(ctx, async (db): Asked => {
		const opened = await openedIn(db, ctx, id, maySee, talks.findToChange);
		if (!opened) return no('missing');
		const { talk, circle, reader } = opened;
		const points = inOrder(await entries.findOf(db, ctx, id), await store.findPlaces(db, ctx, id));
		const point = points.find((each) => each.id === entry);
		if (!point || !mayHear(talk, circle, reader, point)) return no('missing');
		if (!maySpeak(talk, reader)) return no('refused');
		if (!canSpeak(talk)) return no('wrong-state');
		const done = await work(
			db,
			talk,
			points.map((each) => each.id)
		);
		if (done.ok) await noteChangeIn(db, ctx, id);
		return done;
	});
}
