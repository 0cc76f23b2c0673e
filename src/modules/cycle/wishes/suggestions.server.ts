import { participantsIn } from '#modules/cycle/participants.server.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { memberOf } from '#modules/people/circle.ts';
import { circleIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as store from './suggestion.store.server.ts';
import { maySuggest } from './wish.access.ts';
import { mostTeachers } from './wish.ts';
import { teachersOf, type WishReason } from './wishes.server.ts';

/** A mentor says with which teachers a family would best talk; the family chooses (handbook §3.3). */
export function suggest(
	ctx: Ctx,
	id: RoundId,
	pupil: PersonId,
	teachers: readonly PersonId[]
): Promise<Outcome<undefined, WishReason>> {
	return change<undefined, WishReason>(ctx, async (db) => {
		const round = await rounds.find(db, ctx, id);
		const circle = round && (await circleIn(db, ctx, pupil));
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!round || !reader || !(await participantsIn(db, ctx, round, [pupil])).length) return no('missing');
		if (!maySuggest(reader)) return no('refused');
		if (!round.perTeacher || round.state === 'closed' || round.state === 'published') return no('wishes-closed');
		if (teachers.length > mostTeachers) return no('too-many-teachers');
		const known = teachersOf(circle);
		if (!teachers.every((teacher) => known.includes(teacher))) return no('not-a-teacher');
		await store.saveSuggested(db, ctx, id, pupil, [...new Set(teachers)]);
		recordFact(db, ctx, 'wish.suggested', id, { round: id, pupil });
		return ok(undefined);
	});
}
