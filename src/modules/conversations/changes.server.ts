import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Fact } from '#platform/facts.server.ts';
import { asId, type ConversationId, type SchoolId } from '#platform/ids.ts';
import { callOutIn } from '#platform/live.server.ts';
import * as store from './change.store.server.ts';

type At = Pick<Ctx, 'school'>;

/** Under which name what happens at one table is called out and heard. */
export function subjectOf({ school }: At, id: ConversationId) {
	return `table/${school}/${id}`;
}

/** How often the shared page of this talk has changed; read before the page itself, so never newer than what is shown. */
export function changesOf(db: Db, ctx: At, id: ConversationId): Promise<number> {
	return store.count(db, ctx, id);
}

/** The shared page changes: every device that has it open hears so once it stands. Called as the last of a change. */
export async function noteChangeIn(db: Db, ctx: At, id: ConversationId) {
	const version = await store.countOneMore(db, ctx, id);
	if (version !== undefined) await callOutIn(db, subjectOf(ctx, id), { version });
}

/** What others do that shows at a table reaches it through its fact: a step of the talk, an agreement made there. */
export async function hearIn(db: Db, school: SchoolId, facts: readonly Fact[]) {
	const talks = new Set(facts.map(tableOf).filter((id) => id !== undefined));
	// Always in the same order, so that two that count at once never wait for one another crosswise.
	for (const id of [...talks].toSorted()) await noteChangeIn(db, { school }, id);
}

function tableOf({ name, subject, about }: Fact): ConversationId | undefined {
	if (/^(conversation|preparation|companion)\./.test(name)) return asId<ConversationId>(subject);
	return name.startsWith('agreement.') && about.madeIn ? asId<ConversationId>(about.madeIn) : undefined;
}
