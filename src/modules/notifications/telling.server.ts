import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import * as m from '#words/compiled/messages.js';
import * as store from './forgetting.store.server.ts';
import { sayQuiet, sayRhythm } from './manner.words.ts';
import { standardManner } from './manner.ts';
import { mannersIn } from './manners.server.ts';
import { kindWords } from './notification.words.ts';

/** What the reader chose about messages, and which were sent to them when. Their texts were made when they went, and are not kept. */
export async function tellOwn(ctx: Ctx): Promise<Told[]> {
	return read(ctx, async (db) => {
		const { id } = ctx.person;
		const manner = (await mannersIn(db, ctx.school, [id])).get(id)!;
		const said = { rhythm: sayRhythm(manner, ctx.language), how: sayQuiet(manner, ctx.language) };
		const messages = await store.findTo(db, ctx);
		return [
			...(manner === standardManner ? [] : [told(m.inform_glance({}, { locale: ctx.language }), null, said)]),
			...messages.map(({ kind, madeAt }) => told(kindWords[kind]({}, { locale: ctx.language }), dayOf(madeAt), {}))
		];
	});
}
