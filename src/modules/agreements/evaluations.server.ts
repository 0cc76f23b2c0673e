import { memberOf, voiceOf } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import type { AgreementId } from '#platform/ids.ts';
import { ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { benchOf } from './agreement.access.ts';
import { outcomes, type Agreement, type EvaluationOutcome, type LookBack } from './agreement.ts';
import { get } from './agreements.server.ts';
import { name } from './card.ts';
import * as rules from './evaluation.ts';
import { proposeIn, type ProposalReason } from './handshakes.server.ts';
import type { NewWording } from './handshake.ts';
import { move, moveIn } from './moves.server.ts';

/** The look back as it stands: who said what, whether it is `ctx.person`'s turn, and what can be decided. */
export async function lookingBack(ctx: Ctx, id: AgreementId) {
	const found = await get(ctx, id);
	if (!found.ok) return found;
	const { card, scene } = found.value;
	const { agreement, circle, persons } = scene;
	const me = memberOf(circle, ctx.person.id)!;
	const bench = benchOf(agreement, circle, dayOf(ctx.now));
	const waitsForSchool = rules.waitsForSchool(agreement, bench, ctx.now);
	return ok({
		card,
		waitsForSchool,
		schoolIsSilent: !waitsForSchool && rules.owesItsPart(agreement, bench),
		myTurn: card.lookingBack === 'open' && (!waitsForSchool || voiceOf(me) === 'school'),
		myVoice: voiceOf(me),
		asksRepair: card.moves.includes('repair'),
		nextLookBackOn: rules.nextLookBack(dayOf(ctx.now)),
		said: rules.thisRound(agreement).map((part) => ({
			...part,
			name: name(persons, part.person),
			isMine: part.person === ctx.person.id
		})),
		/** For each way on: why it can't be decided yet, or null. */
		notYet: Object.fromEntries(
			outcomes.map((result) => [result, rules.whyNotYet(agreement, bench, result, ctx.now) ?? null])
		) as Record<EvaluationOutcome, rules.EvaluationRefusal | null>
	});
}

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
