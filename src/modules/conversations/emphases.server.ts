import type { Emphasis } from '#modules/compass/emphasis.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { maySet } from './sheet.access.ts';
import type { Spot } from './sheet.ts';
import * as store from './sheet.store.server.ts';
import { own } from './sheets.server.ts';

/** Set one of my points; it is mine alone until my points are shared. */
export function place(ctx: Ctx, id: ConversationId, spot: Spot, emphasis: Emphasis) {
	return own(ctx, id, 'triangle', async (db, mine, { reader }) => {
		if (!maySet(reader, spot)) return no('refused');
		await store.place(db, ctx, mine, spot, emphasis);
		return ok(undefined);
	});
}

export function lift(ctx: Ctx, id: ConversationId, spot: Spot) {
	return own(ctx, id, 'triangle', async (db, mine, { reader }) => {
		if (!maySet(reader, spot)) return no('refused');
		await store.lift(db, ctx, mine, spot);
		return ok(undefined);
	});
}
