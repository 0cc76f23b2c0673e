import type { Circle, Member } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { noteChangeIn } from './changes.server.ts';
import type { Conversation } from './conversation.ts';
import { openedIn } from './conversations.server.ts';
import * as conversations from './conversation.store.server.ts';
import * as access from './development.access.ts';
import type { DevelopmentId } from './development.ts';
import * as notes from './development.store.server.ts';
import { noteIn, shownAs } from './noting.server.ts';
import { isShown, type Part } from './part.ts';
import * as store from './showing.store.server.ts';
import * as summaries from './summary.store.server.ts';

export type ShowingReason = 'missing' | 'refused' | 'wrong-state';

/** The talks to which the reader may bring this note, each with who brought it already. */
export function talksOf(ctx: Ctx, pupil: PersonId, id: DevelopmentId) {
	return read(ctx, async (db) => {
		const opened = await noteIn(db, ctx, pupil, id);
		if (!opened) return no('missing');
		const shown = await store.findOf(db, ctx, id);
		const talks = [];
		const rows = await summaries.findOfPupils(db, ctx, [pupil]);
		for (const { id: each } of rows.filter(({ state }) => state === 'planned' || state === 'held')) {
			const talk = await conversations.find(db, ctx, each);
			if (!talk || !access.isAtHand(talk) || !access.mayShow(talk, opened.reader, opened.note)) continue;
			const by = shown.find((each) => each.talk === talk.id)?.by;
			const takesBack = by !== undefined && access.mayTakeBack(by, opened.note, opened.reader);
			talks.push({ id: talk.id, kind: talk.kind, startsAt: talk.startsAt, isShown: by !== undefined, takesBack });
		}
		return ok(talks);
	});
}

/** Bring a note along to a talk: who may read it sees it there. */
export function show(ctx: Ctx, pupil: PersonId, id: DevelopmentId, conversation: ConversationId) {
	return lay(ctx, pupil, id, conversation, 'development.shown', async (db) => {
		await store.add(db, ctx, conversation, id);
		return true;
	});
}

/** Who brought it, or who wrote it, takes it from the table again. */
export function takeBack(ctx: Ctx, pupil: PersonId, id: DevelopmentId, conversation: ConversationId) {
	return lay(ctx, pupil, id, conversation, 'development.taken-back', async (db, { note, reader }) => {
		const shown = (await store.findOf(db, ctx, id)).find((each) => each.talk === conversation);
		if (!access.mayTakeBack(shown?.by, note, reader)) return false;
		await store.remove(db, ctx, conversation, id);
		return true;
	});
}

type Opened = NonNullable<Awaited<ReturnType<typeof noteIn>>>;

function lay(
	ctx: Ctx,
	pupil: PersonId,
	id: DevelopmentId,
	conversation: ConversationId,
	fact: 'development.shown' | 'development.taken-back',
	work: (db: Db, opened: Opened) => Promise<boolean>
) {
	return change<undefined, ShowingReason>(ctx, async (db) => {
		const opened = await noteIn(db, ctx, pupil, id);
		const at = opened && (await openedIn(db, ctx, conversation, undefined, conversations.findToChange));
		if (!opened || !at || at.talk.pupil !== pupil) return no('missing');
		if (!access.mayShow(at.talk, at.reader, opened.note)) return no('refused');
		if (!access.isAtHand(at.talk)) return no('wrong-state');
		if (!(await work(db, opened))) return no('refused');
		recordFact(db, ctx, fact, id, { pupil, conversation });
		await noteChangeIn(db, ctx, conversation);
		return ok(undefined);
	});
}

/** What was brought along to this talk, as this reader may see it now. */
export async function shownNotesIn(
	db: Db,
	ctx: Ctx,
	talk: Conversation,
	{ circle, reader, part }: { circle: Circle; reader: Member; part: Part }
) {
	const shown = await notes.findThese(db, ctx, talk.pupil, await store.findAt(db, ctx, talk.id));
	const read = shown.filter((note) => access.mayReadNote(note, circle, reader));
	const here = read.filter(({ author }) => isShown(part, reader, { person: author }));
	return here.length ? shownAs(db, ctx, here) : [];
}

/** What lies at a talk has changed: whoever has its page open hears so. Called as the last of a change. */
export async function noteShownIn(db: Db, ctx: Ctx, id: DevelopmentId) {
	const talks = (await store.findOf(db, ctx, id)).map(({ talk }) => talk);
	// Always in the same order, so that two that count at once never wait for one another crosswise.
	for (const talk of talks.toSorted()) await noteChangeIn(db, ctx, talk);
}
