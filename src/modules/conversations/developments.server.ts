import { memberOf, voiceOf, type Circle, type Member, type Voice } from '#modules/people/circle.ts';
import { circleIn } from '#modules/people/circles.server.ts';
import { voicesFor } from '#modules/people/what-works.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import * as access from './development.access.ts';
import type { Noted } from './development.input.ts';
import * as rules from './development.ts';
import type { DevelopmentId, Domain } from './development.ts';
import * as store from './development.store.server.ts';
import type { NewEvidence } from './evidence.input.ts';
import { addIn, madeFrom, type EvidenceReason } from './evidences.server.ts';
import { noteIn, ownNoteIn, shownAs, writerIn } from './noting.server.ts';
import { noteShownIn } from './showings.server.ts';
import * as showings from './showing.store.server.ts';

export type DevelopmentReason = 'missing' | rules.DevelopmentRefusal;

/** On one page; further back there are others. */
const mostOnPage = 60;

/** What was noted of this child, for this reader: by domain, home and school side by side, and the child's own. */
export function get(ctx: Ctx, pupil: PersonId, { domain, before }: { domain?: Domain; before?: Date } = {}) {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!circle || !reader) return no('missing');
		const found = await store.findOf(db, ctx, pupil, { domain, before, most: mostOnPage + 1 });
		const page = found.slice(0, mostOnPage);
		const notes = page.filter((note) => access.mayReadNote(note, circle, reader));
		const since = rules.endOfRestoring(ctx.now);
		return ok({
			...aboutOf(ctx, circle, reader),
			notes: await shownAs(db, ctx, notes),
			older: found.length > mostOnPage ? page.at(-1)!.writtenAt : undefined,
			withdrawn: await store.findWithdrawn(db, ctx, pupil, since)
		});
	});
}

/** Whom a form to note something is for: in which voices, and for whom by each. */
export function forWriting(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const found = await writerIn(db, ctx, pupil);
		return found ? ok(aboutOf(ctx, found.circle, found.writer)) : no('missing');
	});
}

/** One note with all that lies beside it, and the talks to which it was brought along. */
export function noteOf(ctx: Ctx, pupil: PersonId, id: DevelopmentId) {
	return read(ctx, async (db) => {
		const opened = await noteIn(db, ctx, pupil, id);
		if (!opened) return no('missing');
		const [note] = await shownAs(db, ctx, [opened.note]);
		return ok({ ...aboutOf(ctx, opened.circle, opened.reader), note: note! });
	});
}

/** Note something, with or without evidence beside it. Its bytes are read and cleaned before anything is held. */
export async function write(
	ctx: Ctx,
	pupil: PersonId,
	{ voice, evidence, ...noted }: Noted & { voice: Voice; evidence?: NewEvidence }
): Promise<Outcome<DevelopmentId, DevelopmentReason | EvidenceReason>> {
	// Nobody makes this machine read a file who could not lay it here.
	if (!(await read(ctx, (db) => writerIn(db, ctx, pupil)))) return no('missing');
	const made = evidence && (await madeFrom(evidence.bytes));
	if (made && !made.ok) return made;
	return change<DevelopmentId, DevelopmentReason | EvidenceReason>(ctx, async (db) => {
		const found = await writerIn(db, ctx, pupil);
		if (!found || !access.mayWriteAs(found.circle, found.writer, voice, dayOf(ctx.now))) return no('missing');
		const { writer } = found;
		if (!rules.audiencesFor(voice, voiceOf(writer)).includes(noted.audience)) return no('not-for-these');
		const id = newId<DevelopmentId>();
		const at = { version: 1, writtenAt: ctx.now, rewordedAt: null, withdrawnAt: null };
		await store.add(db, ctx, { ...noted, ...at, id, pupil, author: writer.person, voice });
		if (evidence && made) {
			const added = await addIn(db, ctx, { id, pupil }, evidence, made.value);
			if (!added.ok) return added;
		}
		recordFact(db, ctx, 'development.written', id, { pupil });
		return ok(id);
	});
}

/** Change one's own words, their domain or for whom they are; another version than one saw is never overwritten. */
export function reword(ctx: Ctx, pupil: PersonId, id: DevelopmentId, said: Noted & { version: number }) {
	return change<undefined, DevelopmentReason>(ctx, async (db) => {
		const opened = await ownNoteIn(db, ctx, pupil, id);
		if (!opened) return no('missing');
		const { note, writer } = opened;
		const shown = await showings.findOf(db, ctx, id);
		const decided = rules.reword(note, ctx.person.id, said, shown.length > 0, ctx.now);
		if (!decided.ok) return decided;
		if (!rules.audiencesFor(note.voice, voiceOf(writer)).includes(said.audience)) return no('not-for-these');
		await store.save(db, ctx, decided.value);
		recordFact(db, ctx, 'development.reworded', id, { pupil });
		await noteShownIn(db, ctx, id);
		return ok(undefined);
	});
}

function aboutOf(ctx: Ctx, circle: Circle, reader: Member) {
	const today = dayOf(ctx.now);
	const voices = voicesFor(reader).filter((voice) => access.mayWriteAs(circle, reader, voice, today));
	return {
		pupil: circle.pupil,
		about: { name: circle.callName, isReader: reader.person === circle.pupil },
		me: reader.person,
		voices: voices.map((voice) => ({ voice, audiences: rules.audiencesFor(voice, voiceOf(reader)) }))
	};
}
