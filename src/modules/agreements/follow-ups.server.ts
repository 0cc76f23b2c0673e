import type { Ctx } from '#platform/ctx.ts';
import type { AgreementId } from '#platform/ids.ts';
import type { NoteResult } from './agreement.ts';
import * as rules from './follow-up.ts';
import { move } from './moves.server.ts';

export function note(ctx: Ctx, id: AgreementId, said: { result: NoteResult; words: string }) {
	return move(ctx, id, (turn) => rules.note(turn, said));
}

export function remind(ctx: Ctx, id: AgreementId) {
	return move(ctx, id, rules.remind);
}

export function repair(ctx: Ctx, id: AgreementId, said: { words: string }) {
	return move(ctx, id, (turn) => rules.repair(turn, said));
}
