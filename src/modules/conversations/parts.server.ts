import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { noteChangeIn } from './changes.server.ts';
import { mayLead } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';
import { canSpeak } from './entry.ts';
import { partNow, type Part } from './part.ts';
import * as store from './part.store.server.ts';

export async function partIn(db: Db, ctx: Ctx, talk: Conversation): Promise<Part> {
	return partNow(talk, await store.find(db, ctx, talk.id));
}

/** Who leads says which part it is now: with the child, or the adults among themselves. Everybody sees it. */
export function turnTo(ctx: Ctx, id: ConversationId, part: Part) {
	return change(ctx, async (db): Promise<Outcome<undefined, ConversationReason>> => {
		const opened = await openedIn(db, ctx, id);
		if (!opened) return no('missing');
		if (!mayLead(opened.talk, opened.reader)) return no('refused');
		if (!canSpeak(opened.talk) || !opened.talk.pupilInvited) return no('wrong-state');
		await store.save(db, ctx, id, part);
		await noteChangeIn(db, ctx, id);
		return ok(undefined);
	});
}
