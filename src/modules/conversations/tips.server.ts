import { voiceOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { noteChangeIn } from './changes.server.ts';
import type { Conversation } from './conversation.ts';
import { maySee } from './conversation.access.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';
import { maySpeak } from './entry.access.ts';
import { canSpeak } from './entry.ts';
import { mayHearTip } from './tip.access.ts';
import type { GivenAnswer, NewTip } from './tip.input.ts';
import { canAnswer, canGive, type Tip, type TipId, type TipRefusal } from './tip.ts';
import * as store from './tip.store.server.ts';

export type TipReason = ConversationReason | TipRefusal;

/** The tips this reader may read, for who may see the table. */
export async function tipsIn(db: Db, ctx: Ctx, talk: Conversation, circle: Circle, reader: Member): Promise<Tip[]> {
	if (!maySee(talk, reader)) return [];
	return (await store.findOf(db, ctx, talk.id)).filter((tip) => mayHearTip(circle, reader, tip));
}

/** Think along on what is the other's to decide. */
export function give(ctx: Ctx, id: ConversationId, { topic, audience, text }: NewTip) {
	return atTable(ctx, id, async (db, reader): Promise<Outcome<TipId, TipReason>> => {
		const may = canGive(voiceOf(reader), topic);
		if (!may.ok) return may;
		// A child writes to everybody: what it says it may read.
		const meant = reader.role === 'pupil' ? 'circle' : audience;
		const tip = { id: newId<TipId>(), conversation: id, person: reader.person, saidAt: ctx.now };
		await store.add(db, ctx, { ...tip, topic, audience: meant, text });
		return ok(tip.id);
	});
}

/** "I'll use it", or "not, because …": by who decides there, each for themselves. */
export function answer(ctx: Ctx, id: ConversationId, { tip, ...given }: GivenAnswer) {
	return onTip(ctx, id, tip, async (db, reader, found): Promise<Outcome<undefined, TipReason>> => {
		const [voice, by] = [voiceOf(reader), reader.person];
		const may = canAnswer(voice, found, { ...given, by });
		if (!may.ok) return may;
		await store.answer(db, ctx, tip, { ...given, person: by, bySchool: voice === 'school', answeredAt: ctx.now });
		return ok(undefined);
	});
}

/** Who gave it takes it back, as long as nobody answered. */
export function takeBack(ctx: Ctx, id: ConversationId, tip: TipId) {
	return onTip(ctx, id, tip, async (db, reader, found): Promise<Outcome<undefined, TipReason>> => {
		if (found.person !== reader.person) return no('refused');
		if (found.answers.length) return no('wrong-state');
		await store.takeBack(db, ctx, tip);
		return ok(undefined);
	});
}

/** A tip that this reader may read, held: whoever answers it or takes it back meanwhile waits. */
function onTip<T>(
	ctx: Ctx,
	id: ConversationId,
	tip: TipId,
	work: (db: Db, reader: Member, found: Tip) => Promise<Outcome<T, TipReason>>
) {
	return atTable(ctx, id, async (db, reader, { talk, circle }): Promise<Outcome<T, TipReason>> => {
		await store.hold(db, ctx, tip);
		const found = (await tipsIn(db, ctx, talk, circle, reader)).find((each) => each.id === tip);
		return found ? work(db, reader, found) : no('missing');
	});
}

type Table = { talk: Conversation; circle: Circle };
type Work<T> = (db: Db, reader: Member, table: Table) => Promise<Outcome<T, TipReason>>;

function atTable<T>(ctx: Ctx, id: ConversationId, work: Work<T>) {
	return change(ctx, async (db): Promise<Outcome<T, TipReason>> => {
		const opened = await openedIn(db, ctx, id);
		if (!opened) return no('missing');
		const { talk, reader } = opened;
		if (!maySpeak(talk, reader)) return no('refused');
		if (!canSpeak(talk)) return no('wrong-state');
		const done = await work(db, reader, opened);
		if (done.ok) await noteChangeIn(db, ctx, id);
		return done;
	});
}
