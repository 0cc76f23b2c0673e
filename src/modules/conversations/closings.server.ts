import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { canClose, type Closing } from './closing.ts';
import * as store from './closing.store.server.ts';
import { takesPart } from './conversation.access.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';

/** What the reader themself said of this talk. */
export function closingIn(db: Db, ctx: Ctx, id: ConversationId): Promise<Closing> {
	return store.find(db, ctx, id);
}

/** Say for oneself how it was; nobody else reads it, and nothing is told. */
export function reflect(ctx: Ctx, id: ConversationId, closing: Closing) {
	return change(ctx, async (db): Promise<Outcome<undefined, ConversationReason>> => {
		const opened = await openedIn(db, ctx, id);
		if (!opened) return no('missing');
		if (!takesPart(opened.talk, opened.reader.person)) return no('refused');
		if (!canClose(opened.talk)) return no('wrong-state');
		await store.save(db, ctx, id, closing);
		return ok(undefined);
	});
}
