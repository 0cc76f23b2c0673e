import { answerStep, proposeStep } from '#modules/people/says.server.ts';
import type { Step } from '#modules/people/say-proposal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { PersonId } from '#platform/ids.ts';
import { value } from './start-round.ts';

/** A step that somebody of school proposes, that every home agrees to, and the child beside one of its parents. */
export async function agreeStep(proposer: Ctx, guardians: readonly Ctx[], pupil: PersonId, step: Step) {
	value(await proposeStep(proposer, pupil, step));
	value(await answerStep(guardians[0]!, pupil, { yes: true, withChild: true }));
	for (const guardian of guardians) value(await answerStep(guardian, pupil, { yes: true, withChild: false }));
}
