import { circleIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { AgreementId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { ownerIsReached } from './agreement.access.ts';
import type { NewAgreement } from './agreement.input.ts';
import type { Agreement, Draft } from './agreement.ts';
import * as store from './agreement.store.server.ts';
import * as rules from './handshake.ts';
import { move, tell, turnOf } from './moves.server.ts';

export type ProposalReason = 'missing' | 'owner-unknown' | rules.HandshakeRefusal;

export function propose(ctx: Ctx, input: NewAgreement) {
	return change(ctx, (db) => proposeIn(db, ctx, input));
}

/** Propose inside the transaction of another room, such as a conversation's; `replaces`: after an evaluation. */
export async function proposeIn(
	db: Db,
	ctx: Ctx,
	input: NewAgreement,
	replaces: AgreementId | null = null
): Promise<Outcome<Agreement, ProposalReason>> {
	const circle = await circleIn(db, ctx, input.pupil);
	if (!circle) return no('missing');

	const draft = draftOf(ctx, input, replaces);
	const reached = ownerIsReached(draft, circle);
	if (reached !== 'yes') return no(reached === 'hidden' ? 'hidden-from-owner' : 'owner-unknown');
	const proposed = rules.propose(turnOf(ctx, draft, circle), input.besideChild ?? false);
	if (!proposed.ok) return proposed;

	await store.add(db, ctx, proposed.value);
	tell(db, ctx, proposed.value);
	return ok(proposed.value);
}

export function accept(ctx: Ctx, id: AgreementId, seen: rules.WhatWasSeen) {
	return move(ctx, id, (turn) => rules.accept(turn, seen));
}

export function adapt(ctx: Ctx, id: AgreementId, reworded: rules.WhatWasSeen & rules.NewWording) {
	return move(ctx, id, (turn) => rules.adapt(turn, reworded));
}

export function askTime(ctx: Ctx, id: AgreementId, seen: rules.WhatWasSeen) {
	return move(ctx, id, (turn) => rules.askTime(turn, seen));
}

export function decline(ctx: Ctx, id: AgreementId, answer: rules.WhatWasSeen & { words: string }) {
	return move(ctx, id, (turn) => rules.decline(turn, answer));
}

export function adopt(ctx: Ctx, id: AgreementId, seen: rules.WhatWasSeen) {
	return move(ctx, id, (turn) => rules.adopt(turn, seen));
}

export function withdraw(ctx: Ctx, id: AgreementId, seen: rules.WhatWasSeen) {
	return move(ctx, id, (turn) => rules.withdraw(turn, seen));
}

function draftOf(ctx: Ctx, input: NewAgreement, replaces: AgreementId | null): Draft {
	const { pupil, kind, owner, audience, wording, evaluateOn, madeIn = null, goal = null } = input;
	return {
		pupil,
		kind,
		owner,
		audience,
		wording,
		evaluateOn,
		madeIn,
		replaces,
		goal,
		id: newId<AgreementId>(),
		state: 'nothing',
		proposer: ctx.person.id,
		round: 1,
		version: 0,
		proposedAt: ctx.now,
		steps: [],
		lookBacks: []
	};
}
