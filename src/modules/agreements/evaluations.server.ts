import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import type { AgreementId } from '#platform/ids.ts';
import { ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import type { Agreement, LookBack } from './agreement.ts';
import { get } from './agreements.server.ts';
import * as rules from './evaluation.ts';
import { proposeIn, type ProposalReason } from './handshakes.server.ts';
import type { NewWording } from './handshake.ts';
import { lookingOf } from './looking.ts';
import { move, moveIn } from './moves.server.ts';

/** The look back on one agreement. */
export async function lookingBack(ctx: Ctx, id: AgreementId) {
	const found = await get(ctx, id);
	if (!found.ok) return found;
	return ok({
		...lookingOf(found.value.scene, ctx.person.id, ctx.now),
		nextLookBackOn: rules.nextLookBack(dayOf(ctx.now))
	});
}

type Verdict = Parameters<typeof rules.evaluate>[2];

export function wishEarlier(ctx: Ctx, id: AgreementId, { byLink = false }: { byLink?: boolean } = {}) {
	return move(ctx, id, (turn) => rules.wishEarlier(turn, byLink));
}

export function lookBack(ctx: Ctx, id: AgreementId, said: Pick<LookBack, 'did' | 'missed' | 'closer' | 'wants'>) {
	return move(ctx, id, (turn, bench) => rules.lookBack(turn, bench, said));
}

/** On all that is for one goal, in one go: all of it is kept, or nothing. */
export function lookBackOn(ctx: Ctx, parts: readonly Part[]) {
	return change(ctx, async (db): Promise<Outcome<undefined, rules.EvaluationRefusal | 'missing'>> => {
		// Always in the same order, so that two who do this at once wait for one another and not for each other.
		for (const { id, ...said } of parts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
			const told = await moveIn(db, ctx, id, (turn, bench) => rules.lookBack(turn, bench, said));
			if (!told.ok) return told;
		}
		return ok(undefined);
	});
}
export type Part = { id: AgreementId } & Pick<LookBack, 'did' | 'missed' | 'closer' | 'wants'>;

/** Continue or stop. To change, say at once what comes in its place: `replace`. */
export function evaluate(ctx: Ctx, id: AgreementId, verdict: Verdict) {
	return move(ctx, id, (turn, bench) => rules.evaluate(turn, bench, verdict));
}

/** End it, and start the handshake of what replaces it, for the same owner: both, or neither. */
export function replace(
	ctx: Ctx,
	id: AgreementId,
	{ seen, words, ...reworded }: NewWording & { seen: number; words: string }
) {
	return change(ctx, async (db): Promise<Outcome<Agreement, ProposalReason | rules.EvaluationRefusal>> => {
		const verdict: Verdict = { seen, words, result: 'change', evaluateOn: null };
		const ended = await moveIn(db, ctx, id, (turn, bench) => rules.evaluate(turn, bench, verdict));
		if (!ended.ok) return ended;
		const { pupil, kind, owner, audience, madeIn, goal } = ended.value;
		return proposeIn(db, ctx, { pupil, kind, owner, audience, madeIn, goal, ...reworded }, id);
	});
}
