import { circleIn } from '#modules/people/circles.server.ts';
import { memberOf, type Circle } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { inOrder, type Note, type NoteId } from './note.ts';
import * as store from './note.store.server.ts';

/** My own notes for the talks about this child, for as long as I am in its circle. */
export function ofPupil(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const circle = await keptFor(db, ctx, pupil);
		if (!circle) return no('missing');
		return ok({ pupil, callName: circle.callName, notes: await notesIn(db, ctx, pupil) });
	});
}

/** The same inside a use case that found out already that I am in the circle. */
export async function notesIn(db: Db, ctx: Ctx, pupil: PersonId): Promise<Note[]> {
	return inOrder(await store.findMine(db, ctx, pupil));
}

/** Keep something for the talk. Nobody hears that it was, so no fact names what it says. */
export function keep(ctx: Ctx, pupil: PersonId, text: string): Promise<Outcome<NoteId, 'missing'>> {
	return change(ctx, async (db): Promise<Outcome<NoteId, 'missing'>> => {
		if (!(await keptFor(db, ctx, pupil))) return no('missing');
		const id = await store.add(db, ctx, pupil, text);
		recordFact(db, ctx, 'note.kept', id, { pupil });
		return ok(id);
	});
}

/** Let go of it; of a note there is no copy. */
export function letGo(ctx: Ctx, pupil: PersonId, id: NoteId): Promise<Outcome<undefined, 'missing'>> {
	return change(ctx, async (db): Promise<Outcome<undefined, 'missing'>> => {
		if (!(await keptFor(db, ctx, pupil)) || !(await store.remove(db, ctx, pupil, id))) return no('missing');
		recordFact(db, ctx, 'note.let-go', id, { pupil });
		return ok(undefined);
	});
}

/** These were put into an answer, in the transaction that saves it. */
export async function useIn(db: Db, ctx: Ctx, pupil: PersonId, ids: readonly NoteId[]) {
	if (ids.length) await store.markUsed(db, ctx, pupil, ids);
}

/** Only who may sit at talks about this child keeps anything for them. */
async function keptFor(db: Db, ctx: Ctx, pupil: PersonId): Promise<Circle | undefined> {
	const circle = await circleIn(db, ctx, pupil);
	const member = circle && memberOf(circle, ctx.person.id);
	return member && !member.outsideTalks ? circle : undefined;
}
