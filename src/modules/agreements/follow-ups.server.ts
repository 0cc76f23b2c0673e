import { circleIn } from '#modules/people/circles.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { AgreementId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { householdOf } from './agreement.access.ts';
import type { NoteResult, Owner } from './agreement.ts';
import * as store from './agreement.store.server.ts';
import * as rules from './follow-up.ts';
import { move } from './moves.server.ts';

export function note(ctx: Ctx, id: AgreementId, said: { result: NoteResult; words: string; occasion?: Day }) {
	return move(ctx, id, (turn) => rules.note(turn, said));
}

export function remind(ctx: Ctx, id: AgreementId) {
	return move(ctx, id, (turn, bench) => rules.remind(turn, bench.ownerVoice));
}

export function repair(ctx: Ctx, id: AgreementId, said: { words: string }) {
	return move(ctx, id, (turn) => rules.repair(turn, said));
}

/** Is it time that school thinks of another form for this home? Only staff of the circle get the thought. */
export function anotherFormFor(ctx: Ctx, { pupil, owner }: { pupil: PersonId; owner: Owner }): Promise<boolean> {
	return read(ctx, async (db) => {
		const circle = isStaff(ctx) ? await circleIn(db, ctx, pupil) : undefined;
		const home = circle && householdOf(owner, circle);
		if (!circle || !home) return false;
		const agreements = await store.find(db, ctx, { pupils: [pupil] });
		return rules.asksAnotherForm(agreements.filter((agreement) => householdOf(agreement.owner, circle) === home));
	});
}
