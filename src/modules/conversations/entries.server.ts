import { memberOf, voiceOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { noteChangeIn } from './changes.server.ts';
import type { Conversation } from './conversation.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';
import { mayChange, mayHear, maySpeak } from './entry.access.ts';
import type { NewEntry, EntryChange } from './entry.input.ts';
import { canSpeak, canStandBeside, goalOf, hasSection, type Entry, type EntryId } from './entry.ts';
import type { Section } from './steps.ts';
import * as store from './entry.store.server.ts';
import { merge } from './preparation.ts';

export type EntryReason = ConversationReason;

/** What this reader may hear of what was said, oldest first. */
export async function heardIn(db: Db, ctx: Ctx, talk: Conversation, circle: Circle, reader: Member): Promise<Entry[]> {
	const entries = await store.findOf(db, ctx, talk.id);
	return entries.filter((entry) => mayHear(talk, circle, reader, entry));
}

export function say(ctx: Ctx, id: ConversationId, input: NewEntry) {
	return change(ctx, async (db): Promise<Outcome<EntryId, EntryReason>> => {
		const opened = await openedIn(db, ctx, id);
		if (!opened) return no('missing');
		const { talk, circle, reader } = opened;
		if (!maySpeak(talk, reader)) return no('refused');
		if (!canSpeak(talk) || !hasSection(talk, input.section)) return no('wrong-state');

		const voice = input.forChild ? memberOf(circle, talk.pupil)! : reader;
		const { section, text, minutes, bearing = null, starter = null, goal = null, beside = null } = input;
		const heard = goal || beside ? await heardIn(db, ctx, talk, circle, reader) : [];
		const first = beside && heard.find(({ id }) => id === beside);
		if (beside && !(first && mayStandBeside(circle, voice, first, section))) return no('missing');
		// What home and school see differently is between adults (P13). What a child says is the child's to read, whoever wrote it down.
		const audience = voice.role === 'pupil' ? 'circle' : beside ? 'adults' : input.audience;
		const entry: Entry = {
			...{ id: newId<EntryId>(), conversation: id, person: voice.person, helper: reader.person },
			goal: servedIn(section, goal, heard),
			...{ section, text, minutes, bearing, starter, beside, audience, version: 1, saidAt: ctx.now }
		};
		await store.add(db, ctx, entry);
		await noteChangeIn(db, ctx, id);
		return ok(entry.id);
	});
}

function mayStandBeside(circle: Circle, mine: Member, first: Entry, section: Section) {
	const theirs = memberOf(circle, first.person);
	return !!theirs && first.section === section && !first.beside && canStandBeside(voiceOf(mine), voiceOf(theirs));
}

/** A need serves a goal of this page. One that was taken away meanwhile is let go of, and the words stay. */
function servedIn(section: Section, goal: EntryId | null, heard: readonly Entry[]): EntryId | null {
	return section === 'need' ? (goalOf({ goal }, heard)?.id ?? null) : null;
}

/** Change my own words. Written on two devices at once, both texts stay. */
export function reword(ctx: Ctx, id: ConversationId, entry: EntryId, input: EntryChange) {
	return own(ctx, id, entry, async (db, mine, { talk, circle, reader }) => {
		const { conflict, ...words } = merge(mine, input);
		const bearing = input.bearing === undefined ? mine.bearing : input.bearing;
		const heard = input.goal ? await heardIn(db, ctx, talk, circle, reader) : [];
		const goal = input.goal === undefined ? mine.goal : servedIn(mine.section, input.goal, heard);
		await store.save(db, ctx, { ...mine, ...words, bearing, goal, minutes: input.minutes });
		return { ...words, conflict };
	});
}

export function remove(ctx: Ctx, id: ConversationId, entry: EntryId) {
	return own(ctx, id, entry, async (db, mine) => {
		await store.save(db, ctx, mine, ctx.now);
		return undefined;
	});
}

type Opened = { talk: Conversation; circle: Circle; reader: Member };
type Work<T> = (db: Db, mine: Entry, opened: Opened) => Promise<T>;

function own<T>(ctx: Ctx, id: ConversationId, entry: EntryId, work: Work<T>) {
	return change(ctx, async (db): Promise<Outcome<T, EntryReason>> => {
		const opened = await openedIn(db, ctx, id);
		const found = opened && (await store.findToChange(db, ctx, id, entry));
		if (!found || !mayHear(opened.talk, opened.circle, opened.reader, found)) return no('missing');
		if (!mayChange(found, opened.reader)) return no('refused');
		if (!canSpeak(opened.talk)) return no('wrong-state');
		const done = await work(db, found, opened);
		await noteChangeIn(db, ctx, id);
		return ok(done);
	});
}
