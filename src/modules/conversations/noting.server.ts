import { memberOf } from '#modules/people/circle.ts';
import { circleIn, wholeCircleIn } from '#modules/people/circles.server.ts';
import { personsIn } from '#modules/people/people.server.ts';
import { nameOf } from '#modules/people/person.ts';
import { onlyReads } from '#modules/people/say.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { mayReadNote, mayShowOwnWork } from './development.access.ts';
import { laneOf, type Development, type DevelopmentId } from './development.ts';
import * as store from './development.store.server.ts';
import * as evidence from './evidence.store.server.ts';

/** The note for who may read it; the first question of every use case about one. */
export async function noteIn(db: Db, ctx: Ctx, pupil: PersonId, id: DevelopmentId) {
	const circle = await circleIn(db, ctx, pupil);
	const reader = circle && memberOf(circle, ctx.person.id);
	const note = reader && (await store.find(db, ctx, pupil, id));
	return note && mayReadNote(note, circle, reader) ? { circle, reader, note } : undefined;
}

/** The same to change it: held, and only where its reader writes at all. Whether it is theirs, the rule says. */
export async function ownNoteIn(db: Db, ctx: Ctx, pupil: PersonId, id: DevelopmentId) {
	const found = await writerIn(db, ctx, pupil);
	const note = found && (await store.findToChange(db, ctx, pupil, id));
	return note && mayReadNote(note, found.circle, found.writer) ? { ...found, note } : undefined;
}

/** Who writes on this page; a child that does not answer for itself yet shows its own work all the same. */
export async function writerIn(db: Db, ctx: Ctx, pupil: PersonId) {
	const isItself = ctx.person.id === pupil;
	const circle = await (isItself ? wholeCircleIn : circleIn)(db, ctx, pupil);
	const writer = circle && memberOf(circle, ctx.person.id);
	if (!writer) return undefined;
	if (onlyReads(circle, writer.person) && !mayShowOwnWork(circle, dayOf(ctx.now))) return undefined;
	return { circle, writer };
}

/** Notes as a page shows them: with who wrote them, where they stand, and what lies beside them. */
export async function shownAs(db: Db, ctx: Ctx, notes: readonly Development[]) {
	const writers = await personsIn(db, ctx, [...new Set(notes.map(({ author }) => author))]);
	const ids = notes.map(({ id }) => id);
	const beside = await evidence.findBeside(db, ctx, ids);
	return notes.map((note) => {
		const writer = writers.get(note.author);
		return {
			...note,
			by: writer ? nameOf(writer) : '',
			lane: laneOf(note, writer?.role === 'professional'),
			isMine: note.author === ctx.person.id,
			isForChild: note.voice === 'child' && note.author !== note.pupil,
			evidence: beside.filter(({ development }) => development === note.id)
		};
	});
}
export type ShownNote = Awaited<ReturnType<typeof shownAs>>[number];
