import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as rules from './conversation.ts';
import * as store from './conversation.store.server.ts';
import type { ConversationReason } from './conversations.server.ts';

export type NewTime = { id: ConversationId } & Pick<rules.Moment, 'startsAt' | 'place'>;

/**
 * Move several talks inside the transaction of another room, each to a time that another of them leaves. Nobody is in two
 * places: all stand up first and sit down again, and who sits elsewhere by then the database refuses (23P01).
 */
export async function swapIn(
	db: Db,
	ctx: Ctx,
	talks: readonly NewTime[]
): Promise<Outcome<undefined, ConversationReason>> {
	const moved: rules.Conversation[] = [];
	for (const to of talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
		const talk = await store.findToChange(db, ctx, to.id);
		if (!talk) return no('missing');
		const decided = rules.move(talk, { minutes: talk.minutes, place: to.place, startsAt: to.startsAt });
		if (!decided.ok) return decided;
		moved.push(decided.value);
	}
	for (const { id } of moved) await store.standUp(db, ctx, id);
	for (const talk of moved) {
		await store.saveMoment(db, ctx, talk);
		recordFact(db, ctx, 'conversation.moved', talk.id, { pupil: talk.pupil });
	}
	return ok(undefined);
}
