import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, type Outcome } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import type { Member } from '#modules/people/circle.ts';
import { mayLead, mayMove, maySee, takesPart } from './conversation.access.ts';
import * as rules from './conversation.ts';
import * as store from './conversation.store.server.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';

type Asked = Promise<Outcome<rules.Conversation, ConversationReason>>;
type Decide = (talk: rules.Conversation) => Outcome<rules.Conversation, rules.ConversationRefusal>;

/** Anyone at the table starts its clock. */
export function start(ctx: Ctx, id: ConversationId): Asked {
	const sits = (talk: rules.Conversation, { person }: Member) => takesPart(talk, person);
	return step(ctx, id, 'conversation.started', sits, (talk) => rules.start(talk, ctx.now));
}

export function hold(ctx: Ctx, id: ConversationId): Asked {
	return step(ctx, id, 'conversation.held', mayLead, (talk) => rules.hold(talk, ctx.now));
}

export function close(ctx: Ctx, id: ConversationId): Asked {
	return step(ctx, id, 'conversation.closed', mayLead, (talk) => rules.close(talk, ctx.now));
}

export type Next = { nextOn: Day | null; noneNeeded: boolean };

/** Agree on the next moment. That none is needed is for the chair to say, and shown to all. */
export function followUp(ctx: Ctx, id: ConversationId, next: Next): Asked {
	const may = (talk: rules.Conversation, reader: Member) =>
		next.noneNeeded ? reader.person === talk.chair : mayMove(talk, reader);
	return step(ctx, id, 'conversation.followed-up', may, (talk) => rules.followUp(talk, next, ctx.now));
}

/** Read once, may you, decide, write once. Deciding what was decided already leaves no second fact. */
function step(
	ctx: Ctx,
	id: ConversationId,
	fact: string,
	may: (talk: rules.Conversation, reader: Member) => boolean,
	decide: Decide
) {
	return change(ctx, async (db: Db): Asked => {
		const opened = await openedIn(db, ctx, id, maySee, store.findToChange);
		if (!opened) return no('missing');
		const { talk, reader } = opened;
		if (!may(talk, reader)) return no('refused');
		const decided = decide(talk);
		if (!decided.ok || decided.value === talk) return decided;
		await store.save(db, ctx, decided.value);
		recordFact(db, ctx, fact, id, { pupil: talk.pupil });
		return decided;
	});
}
