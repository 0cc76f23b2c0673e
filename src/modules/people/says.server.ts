import { admitIn, dismissIn } from '#platform/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { endAsIn } from '#platform/sessions.server.ts';
import { dayOf } from '#platform/time.ts';
import { holdPupils } from './authority.store.server.ts';
import { hasAuthority } from './authority.ts';
import { memberOf, type Circle, type Member } from './circle.ts';
import { wholeCircleIn } from './circles.server.ts';
import { findEmail, saveSay } from './pupil.store.server.ts';
import { outcomeOf, type SayAnswer, type SayProposal, type Step } from './say-proposal.ts';
import * as store from './say.store.server.ts';
import { maySignIn } from './say.ts';

export type SayReason = 'missing' | 'refused' | 'step-same' | 'open-already' | 'of-age';
type Asked = Promise<Outcome<undefined, SayReason>>;

/** School, a parent or the pupil would like another step. Who proposes it and is asked too has said yes with it. */
export function proposeStep(ctx: Ctx, pupil: PersonId, step: Step): Asked {
	return around(ctx, pupil, async (db, circle, reader) => {
		if (reader.role === 'professional' || reader.role === 'other') return no('refused');
		if (circle.say === 4) return no('of-age');
		if (circle.say === step) return no('step-same');
		if (await store.findOpen(db, ctx, pupil)) return no('open-already');
		const proposal = await store.addProposal(db, ctx, pupil, step);
		recordFact(db, ctx, 'say.proposed', pupil, { step: String(step) });
		const isAsked = reader.person === pupil || hasAuthority(reader);
		return isAsked
			? settle(db, ctx, circle, proposal, { person: reader.person, saidBy: reader.person, yes: true })
			: ok(undefined);
	});
}

/** Yes or no, for oneself; or, together with a child that does not sign in yet, what the child says. */
export function answerStep(ctx: Ctx, pupil: PersonId, { yes, withChild }: { yes: boolean; withChild: boolean }): Asked {
	return around(ctx, pupil, async (db, circle, reader) => {
		const proposal = await store.findOpen(db, ctx, pupil);
		if (!proposal) return no('missing');
		if (withChild && (maySignIn(circle.say) || (reader.role !== 'guardian' && reader.role !== 'staff')))
			return no('refused');
		if (!withChild && reader.person !== pupil && !hasAuthority(reader)) return no('refused');
		const person = withChild ? pupil : reader.person;
		return settle(db, ctx, circle, proposal, { person, saidBy: reader.person, yes });
	});
}

/** Who proposed it takes it back. */
export function withdrawStep(ctx: Ctx, pupil: PersonId): Asked {
	return around(ctx, pupil, async (db, _circle, reader) => {
		const proposal = await store.findOpen(db, ctx, pupil);
		if (!proposal) return no('missing');
		if (proposal.proposedBy !== reader.person) return no('refused');
		await store.close(db, ctx, proposal.id, 'withdrawn');
		recordFact(db, ctx, 'say.withdrawn', pupil);
		return ok(undefined);
	});
}

async function settle(db: Db, ctx: Ctx, circle: Circle, proposal: SayProposal, answer: SayAnswer): Asked {
	await store.saveAnswer(db, ctx, proposal.id, answer);
	const answers = [...proposal.answers.filter(({ person }) => person !== answer.person), answer];
	recordFact(db, ctx, 'say.answered', circle.pupil, { yes: String(answer.yes) });
	const outcome = outcomeOf({ answers }, circle, dayOf(ctx.now));
	if (outcome === 'open') return ok(undefined);
	await store.close(db, ctx, proposal.id, outcome);
	if (outcome === 'agreed') await takeStep(db, ctx, circle.pupil, proposal.step);
	return ok(undefined);
}

/** It counts from the next click: who may sign in is let in, who may no longer is signed out. */
async function takeStep(db: Db, ctx: Ctx, pupil: PersonId, step: Step) {
	await saveSay(db, ctx, pupil, step);
	const me = { school: ctx.school, person: pupil };
	if (maySignIn(step)) {
		const email = await findEmail(db, ctx, pupil);
		if (email) await admitIn(db, [{ ...me, email }]);
	} else {
		await endAsIn(db, me);
		await dismissIn(db, ctx.school, [pupil]);
	}
	recordFact(db, ctx, 'say.agreed', pupil, { step: String(step) });
}

function around(ctx: Ctx, pupil: PersonId, work: (db: Db, circle: Circle, reader: Member) => Asked): Asked {
	return change(ctx, async (db): Asked => {
		await holdPupils(db, ctx, [pupil]);
		const circle = await wholeCircleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		return circle && reader ? work(db, circle, reader) : no('missing');
	});
}
