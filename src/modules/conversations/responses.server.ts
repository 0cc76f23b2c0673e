import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { mayReadRecord } from './conversation.access.ts';
import { can } from './conversation.ts';
import { openedIn } from './conversations.server.ts';
import { findEditions } from './edition.store.server.ts';
import { mayRespond } from './record.access.ts';
import type { RecordResponse } from './record.ts';
import type { Asked } from './records.server.ts';
import * as store from './response.store.server.ts';

/** "That's how it was". `seen`: the edition that was read; without it the newest. */
export function acknowledge(ctx: Ctx, id: ConversationId, seen?: number): Asked<undefined> {
	return respond(ctx, id, 'acknowledged', seen, (db, edition) => store.acknowledge(db, ctx, id, edition));
}

export function view(
	ctx: Ctx,
	id: ConversationId,
	text: string,
	audience: RecordResponse['audience'],
	seen?: number
): Asked<undefined> {
	const heardBy = ctx.person.role === 'pupil' ? 'circle' : audience;
	const own = { text, audience: heardBy };
	return respond(ctx, id, 'viewed', seen, (db, edition) => store.view(db, ctx, id, edition, own));
}

/** To the edition that was read: when another was shared meanwhile the answer stays with the one it was given to. */
function respond(
	ctx: Ctx,
	id: ConversationId,
	verb: 'acknowledged' | 'viewed',
	seen: number | undefined,
	write: (db: Db, edition: number) => Promise<void>
) {
	return change(ctx, async (db): Asked<undefined> => {
		const opened = await openedIn(db, ctx, id, mayReadRecord);
		if (!opened) return no('missing');
		const editions = await findEditions(db, ctx, id);
		const edition = seen ? editions.find(({ number }) => number === seen) : editions.at(-1);
		if (!edition || !can(verb === 'viewed' ? 'view' : 'acknowledge', opened.talk)) return no('wrong-state');
		if (!mayRespond(opened.talk, edition, opened.reader)) return no('refused');
		await write(db, edition.number);
		recordFact(db, ctx, `conversation.${verb}`, id, { pupil: opened.talk.pupil });
		return ok(undefined);
	});
}
