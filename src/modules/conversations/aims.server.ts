import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as store from './aim.store.server.ts';
import { noteChangeIn } from './changes.server.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';
import { maySpeak } from './entry.access.ts';
import { canSpeak } from './entry.ts';
import type { Aim } from './kinds.ts';

/** Either side adds an aim to the talk (handbook §4.3), or takes one away: both read what it is for beforehand (P1). */
export function chooseAim(ctx: Ctx, id: ConversationId, aim: Aim) {
	return put(ctx, id, aim, true);
}

export function dropAim(ctx: Ctx, id: ConversationId, aim: Aim) {
	return put(ctx, id, aim, false);
}

function put(ctx: Ctx, id: ConversationId, aim: Aim, chosen: boolean) {
	return change(ctx, async (db): Promise<Outcome<undefined, ConversationReason>> => {
		const opened = await openedIn(db, ctx, id);
		if (!opened) return no('missing');
		if (!maySpeak(opened.talk, opened.reader)) return no('refused');
		if (!canSpeak(opened.talk)) return no('wrong-state');
		await store.put(db, ctx, id, aim, chosen);
		await noteChangeIn(db, ctx, id);
		return ok(undefined);
	});
}
