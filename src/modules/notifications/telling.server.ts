import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import * as store from './forgetting.store.server.ts';
import { kindWords } from './notification.words.ts';

/** The messages that were sent to the reader: which, and when. Their texts were made when they went, and are not kept. */
export async function tellOwn(ctx: Ctx): Promise<Told[]> {
	const messages = await read(ctx, (db) => store.findTo(db, ctx));
	return messages.map(({ kind, madeAt }) => told(kindWords[kind]({}, { locale: ctx.language }), dayOf(madeAt), {}));
}
