import { now } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import type { DevelopmentId } from './development.ts';
import * as rules from './development.ts';
import * as store from './development.store.server.ts';
import type { DevelopmentReason } from './developments.server.ts';
import * as evidence from './evidence.store.server.ts';
import { removeIn } from './evidences.server.ts';
import { ownNoteIn, writerIn } from './noting.server.ts';
import { noteShownIn } from './showings.server.ts';

/** Take one's own note back: nobody reads it any more, and for a week its writer can put it back. */
export function withdraw(ctx: Ctx, pupil: PersonId, id: DevelopmentId) {
	return change<undefined, DevelopmentReason>(ctx, async (db) => {
		const opened = await ownNoteIn(db, ctx, pupil, id);
		if (!opened) return no('missing');
		const decided = rules.withdraw(opened.note, ctx.person.id, ctx.now);
		if (!decided.ok) return decided;
		await store.save(db, ctx, decided.value);
		recordFact(db, ctx, 'development.withdrawn', id, { pupil });
		await noteShownIn(db, ctx, id);
		return ok(undefined);
	});
}

/** Put it back as it was, with all that lay beside it. Of another's nobody knows that it was withdrawn. */
export function restore(ctx: Ctx, pupil: PersonId, id: DevelopmentId) {
	return change<undefined, DevelopmentReason>(ctx, async (db) => {
		const note = (await writerIn(db, ctx, pupil)) && (await store.findToChange(db, ctx, pupil, id));
		if (!note || note.author !== ctx.person.id) return no('missing');
		const decided = rules.restore(note, ctx.person.id, ctx.now);
		if (!decided.ok) return decided;
		await store.save(db, ctx, decided.value);
		recordFact(db, ctx, 'development.restored', id, { pupil });
		await noteShownIn(db, ctx, id);
		return ok(undefined);
	});
}

const notesAtOnce = 50;

/** At one school, let go of what was withdrawn more than a week ago, its files included; to be called again and again. */
export async function letGoOfWithdrawn(school: SchoolId) {
	const here = { school };
	await change(here, async (db) => {
		for (const { id } of await store.findOld(db, here, rules.endOfRestoring(now()), notesAtOnce)) {
			for (const one of await evidence.findBeside(db, here, [id])) await removeIn(db, here, one);
			await store.remove(db, here, id);
		}
		return ok(undefined);
	});
}
