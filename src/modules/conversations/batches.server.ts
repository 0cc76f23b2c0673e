import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import * as store from './batch.store.server.ts';
import { emptyTalk, type NewConversation } from './conversations.server.ts';
import type { Conversation } from './conversation.ts';
import type { Kind } from './kinds.ts';
import { carryLeftIn } from './leftovers.server.ts';
import { templateIn } from './templates.server.ts';

/** A talk as a round plans it, with who of school joins besides the chair. */
export type PlannedTalk = NewConversation & { others: PersonId[] };

/**
 * Plan the talks of a whole round inside the transaction of another room, which has checked that this may be: all of them
 * or none, in a handful of statements. Nobody is planned in two places: the database answers 23P01.
 */
export async function planManyIn(db: Db, ctx: Ctx, inputs: readonly PlannedTalk[]): Promise<ConversationId[]> {
	const templates = new Map<Kind, Conversation['template']>();
	for (const { kind } of inputs) if (!templates.has(kind)) templates.set(kind, await templateIn(db, ctx, kind));
	const talks = inputs.map(({ guardians, others, ...given }): Conversation => ({
		...emptyTalk(given.kind, given.pupil),
		...given,
		template: templates.get(given.kind) ?? null,
		state: 'planned',
		people: [...new Set([given.chair, ...others, ...guardians, ...(given.pupilInvited ? [given.pupil] : [])])]
	}));
	if (!talks.length) return [];
	await store.addMany(db, ctx, talks);
	const left = await store.findWithLeft(
		db,
		ctx,
		talks.map(({ pupil }) => pupil)
	);
	for (const talk of talks) {
		if (left.has(talk.pupil)) await carryLeftIn(db, ctx, talk);
		recordFact(db, ctx, 'conversation.planned', talk.id, { pupil: talk.pupil });
	}
	return talks.map(({ id }) => id);
}
