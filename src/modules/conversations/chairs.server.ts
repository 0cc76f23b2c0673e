import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { canLead, mayAppoint, maySee } from './conversation.access.ts';
import * as rules from './conversation.ts';
import * as store from './conversation.store.server.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';

/** Let a colleague of the circle lead it: as long as it is to come it takes their time too. They hear of it. */
export function appoint(ctx: Ctx, id: ConversationId, chair: PersonId) {
	return change(
		ctx,
		async (db): Promise<Outcome<undefined, ConversationReason>> => {
			const opened = await openedIn(db, ctx, id, maySee, store.findToChange);
			if (!opened) return no('missing');
			const { talk, circle, reader } = opened;
			if (!mayAppoint(talk, reader)) return no('refused');
			if (!canLead(circle, chair)) return no('missing');
			const appointed = rules.appoint(talk, chair);
			if (!appointed.ok) return appointed;
			if (appointed.value === talk) return ok(undefined);
			await store.saveMoment(db, ctx, appointed.value);
			recordFact(db, ctx, 'conversation.appointed', id, { pupil: talk.pupil, chair });
			return ok(undefined);
		},
		{ [conflicts.overlap]: 'taken' } as const
	);
}
