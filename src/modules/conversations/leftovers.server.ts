import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import * as store from './agenda.store.server.ts';
import type { Conversation } from './conversation.ts';
import { hasSection } from './entry.ts';

/** What nobody got to in earlier talks about this child, on the page of one that is planned now. */
export async function carryLeftIn(db: Db, ctx: Ctx, talk: Pick<Conversation, 'id' | 'pupil' | 'kind'>) {
	if (!hasSection(talk, 'point')) return;
	for (const entry of await store.holdLeft(db, ctx, talk)) await store.carry(db, ctx, entry, talk.id);
}
