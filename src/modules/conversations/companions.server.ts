import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mayBring } from './companion.access.ts';
import type { NewCompanion } from './companion.input.ts';
import { canBring, mostAtATalk, type CompanionId } from './companion.ts';
import * as store from './companion.store.server.ts';
import { maySee } from './conversation.access.ts';
import * as talks from './conversation.store.server.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';

export type CompanionReason = ConversationReason | 'enough';

/** Say whom I bring: all who come read it beforehand, so that nobody is surprised at the table. */
export function bring(ctx: Ctx, id: ConversationId, companion: NewCompanion) {
	return change(ctx, async (db): Promise<Outcome<CompanionId, CompanionReason>> => {
		const opened = await openedIn(db, ctx, id, maySee, talks.findToChange);
		if (!opened) return no('missing');
		if (!mayBring(opened.talk, opened.reader)) return no('refused');
		if (!canBring(opened.talk)) return no('wrong-state');
		if ((await store.findOf(db, ctx, id)).length >= mostAtATalk) return no('enough');
		const brought = { ...companion, id: newId<CompanionId>(), conversation: id, namedBy: opened.reader.person };
		await store.add(db, ctx, brought);
		recordFact(db, ctx, 'companion.brought', id, { pupil: opened.talk.pupil });
		return ok(brought.id);
	});
}

/** They don't come after all; only who named them says so. */
export function leaveHome(ctx: Ctx, id: ConversationId, companion: CompanionId) {
	return change(ctx, async (db): Promise<Outcome<undefined, CompanionReason>> => {
		const opened = await openedIn(db, ctx, id, maySee, talks.findToChange);
		const named = opened && (await store.findOf(db, ctx, id)).find((each) => each.id === companion);
		if (!named) return no('missing');
		if (named.namedBy !== opened.reader.person) return no('refused');
		if (!canBring(opened.talk)) return no('wrong-state');
		await store.remove(db, ctx, companion);
		recordFact(db, ctx, 'companion.left-home', id, { pupil: opened.talk.pupil });
		return ok(undefined);
	});
}
