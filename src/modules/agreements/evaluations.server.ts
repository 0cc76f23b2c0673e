import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import type { AgreementId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Agreement, LookBack } from './agreement.ts';
import * as rules from './evaluation.ts';
import { proposeIn, type ProposalReason } from './handshakes.server.ts';
import type { NewWording } from './handshake.ts';
import { move, moveIn } from './moves.server.ts';

type Verdict = Parameters<typeof rules.evaluate>[2];

export function wishEarlier(ctx: Ctx, id: AgreementId) {
	return move(ctx, id, rules.wishEarlier);
}

export function lookBack(ctx: Ctx, id: AgreementId, said: Pick<LookBack, 'did' | 'missed' | 'closer' | 'wants'>) {
	return move(ctx, id, (turn, bench) => rules.lookBack(turn, bench, said));
}

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
		const { pupil, kind, owner, audience, madeIn } = ended.value;
		return proposeIn(db, ctx, { pupil, kind, owner, audience, madeIn, ...reworded }, id);
	});
}
