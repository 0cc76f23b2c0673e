import { voiceOf, type Circle, type Member } from '#modules/people/circle.ts';
import { onlyReads } from '#modules/people/say.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Conversation } from './conversation.ts';
import { movesOf } from './conversation.access.ts';
import { openedIn } from './conversations.server.ts';
import { mayKeep, mayReadSheet } from './sheet.access.ts';
import type { GivenTexts } from './sheet.input.ts';
import * as rules from './sheet.ts';
import * as store from './sheet.store.server.ts';
import { speakersIn } from './speakers.server.ts';

export type SheetReason = 'missing' | 'refused' | 'wrong-state' | 'empty';

/** My sheet, and what others at the table share of theirs. */
export function get(ctx: Ctx, id: ConversationId, kind: rules.TalkSheet) {
	return read(ctx, async (db) => {
		const opened = await openIn(db, ctx, id, kind);
		if (!opened) return no('missing');
		const { talk, circle, reader } = opened;
		const sheets = await readableIn(db, ctx, talk, circle, reader);
		const others = sheets.filter((sheet) => sheet.kind === kind && sheet.person !== reader.person);
		return ok({
			talk,
			callName: circle.callName,
			me: { person: reader.person, role: reader.role, voice: voiceOf(reader) },
			mySheet: mineIn(sheets, reader, kind),
			others: others.filter((sheet) => !rules.isEmpty(sheet)),
			speakers: await speakersIn(db, ctx, [talk.pupil, ...talk.people, ...others.map(({ person }) => person)]),
			may: { write: rules.canWrite(talk), speak: movesOf(talk, reader).speak }
		});
	});
}

/** Which sheets there are for me at this talk: mine, and what was shared. */
export function ofTalk(ctx: Ctx, id: ConversationId) {
	return read(ctx, async (db) => {
		const opened = await openIn(db, ctx, id, 'train');
		if (!opened) return no('missing');
		const { talk, circle, reader } = opened;
		const sheets = await readableIn(db, ctx, talk, circle, reader);
		return ok({ talk, callName: circle.callName, reader, sheets });
	});
}

/** Save what was typed. Written on two devices at once, both texts stay. */
export function write(ctx: Ctx, id: ConversationId, kind: rules.TalkSheet, given: GivenTexts) {
	return own(ctx, id, kind, async (db, mine) => ok(await writeIn(db, ctx, mine, given)));
}

export async function writeIn(db: Db, ctx: Ctx, mine: rules.Sheet, given: GivenTexts) {
	const { changed, version, conflict } = rules.write(mine, given);
	if (Object.keys(changed).length) {
		await store.saveLines(db, ctx, mine, changed);
		await store.save(db, ctx, { ...mine, version });
	}
	const texts = rules.textsOf({ kind: mine.kind, lines: { ...mine.lines, ...changed } });
	return { texts, version, conflict };
}

/** For the others at the table, within the audience. Empty sheets are not shared, the teacher's questions never. */
export function share(ctx: Ctx, id: ConversationId, kind: rules.TalkSheet, audience: rules.SheetAudience) {
	return own(ctx, id, kind, async (db, mine, { talk, reader }) => {
		// What a child says is the circle's to read.
		const shared = rules.share(mine, reader.role === 'pupil' ? 'circle' : audience);
		if (!shared.ok) return shared;
		await store.save(db, ctx, shared.value);
		recordFact(db, ctx, 'sheet.shared', id, { pupil: talk.pupil });
		return ok(undefined);
	});
}

export function takeBack(ctx: Ctx, id: ConversationId, kind: rules.TalkSheet) {
	return own(ctx, id, kind, async (db, mine) => {
		await store.save(db, ctx, { ...mine, audience: 'me' });
		return ok(undefined);
	});
}

type Opened = { talk: Conversation; circle: Circle; reader: Member };

/** My own sheet of this kind, held while it changes. */
export function own<T>(
	ctx: Ctx,
	id: ConversationId,
	kind: rules.TalkSheet,
	work: (db: Db, mine: rules.Sheet, opened: Opened) => Promise<Outcome<T, SheetReason>>
) {
	return change(ctx, async (db): Promise<Outcome<T, SheetReason>> => {
		const opened = await openIn(db, ctx, id, kind);
		if (!opened) return no('missing');
		if (!rules.canWrite(opened.talk)) return no('wrong-state');
		const mine = await store.hold(db, ctx, { conversation: id, pupil: opened.talk.pupil }, kind);
		return work(db, mine, opened);
	});
}

/** A pupil that only reads yet has no sheets to write. */
async function openIn(db: Db, ctx: Ctx, id: ConversationId, kind: rules.TalkSheet) {
	const opened = await openedIn(db, ctx, id, mayKeep(kind));
	return opened && !onlyReads(opened.circle, opened.reader.person) ? opened : undefined;
}

export function mineIn(sheets: readonly rules.Sheet[], { person }: Member, kind: rules.SheetKind) {
	return sheets.find((sheet) => sheet.kind === kind && sheet.person === person);
}

async function readableIn(db: Db, ctx: Ctx, talk: Conversation, circle: Circle, reader: Member) {
	const sheets = await store.findAll(db, ctx, { conversation: talk.id, pupil: talk.pupil });
	return sheets.filter((sheet) => mayReadSheet(sheet, circle, reader));
}
