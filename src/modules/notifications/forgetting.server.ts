import { dropFromMailbox } from '#platform/mailbox.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import * as store from './forgetting.store.server.ts';

/** Messages to who is gone, and about what is gone, with the mail that the trial keeps of them. */
export async function sweepIn(db: Db, ctx: Ctx, ids: readonly string[]) {
	await dropFromMailbox(db, await store.forgetAbout(db, ctx, ids));
}

export const oldMessages = {
	count: (db: Db, ctx: Ctx, before: Date) => store.countOld(db, ctx, before),
	async clear(db: Db, ctx: Ctx, before: Date, most: number) {
		const { messages, mails } = await store.forgetOld(db, ctx, before, most);
		await dropFromMailbox(db, mails);
		return messages;
	}
};
