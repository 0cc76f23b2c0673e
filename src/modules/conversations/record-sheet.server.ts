import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Sheet, SheetLanguage } from '#platform/sheet.ts';
import { asReaderIn } from './handovers.server.ts';
import { get } from './record-page.server.ts';
import { sheetOf } from './sheet.words.ts';

export type SheetChoice = {
	language: SheetLanguage;
	/** With all that was said; else on one sheet. */
	full: boolean;
	/** The guardian for whom staff prints it. */
	to?: PersonId;
};

/** The shared record as a paper, as the reader may read it: for the child its own sentences. */
export async function sheet(
	ctx: Ctx,
	id: ConversationId,
	{ language, full, to }: SheetChoice
): Promise<Outcome<Sheet, 'missing'>> {
	const reader = to ? await read(ctx, (db) => asReaderIn(db, ctx, id, to)) : ctx;
	const found = reader && (await get(reader, id));
	if (!found?.ok || !found.value.record) return no('missing');
	return ok(sheetOf(found.value, { language, full: full && found.value.may.readAll, now: ctx.now }));
}
