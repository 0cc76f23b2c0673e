import { memberOf, voiceOf } from '#modules/people/circle.ts';
import { onlyReads } from '#modules/people/say.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { AgreementId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { benchOf, isYoungChild, seatsOf } from './agreement.access.ts';
import type { Agreement, Draft, Step, Turn } from './agreement.ts';
import * as store from './agreement.store.server.ts';
import type { LookingBack } from './evaluation.ts';
import type { Scene } from './card.ts';
import { scenesIn } from './scene.server.ts';

type Decide<Reason extends string> = (turn: Turn, bench: LookingBack) => Outcome<Agreement, Reason>;

/** How a move is told: the fact has the name of what was done. */
const factOf = {
	propose: 'agreement.proposed',
	accept: 'agreement.accepted',
	adapt: 'agreement.adapted',
	askTime: 'agreement.asked-time',
	decline: 'agreement.declined',
	adopt: 'agreement.adopted',
	withdraw: 'agreement.withdrawn',
	note: 'agreement.noted',
	takeBack: 'agreement.took-back',
	repair: 'agreement.repaired',
	remind: 'agreement.reminded',
	wishEarlier: 'agreement.wished-earlier',
	lookBack: 'agreement.looked-back',
	evaluate: 'agreement.evaluated'
} as const satisfies Record<Step['move'], string>;

/** One move in a transaction of its own. */
export function move<Reason extends string>(ctx: Ctx, id: AgreementId, decide: Decide<Reason>) {
	return change(ctx, (db) => moveIn(db, ctx, id, decide));
}

/** Hold, read once, decide, write once, tell. */
export async function moveIn<Reason extends string>(
	db: Db,
	ctx: Ctx,
	id: AgreementId,
	decide: Decide<Reason>
): Promise<Outcome<Agreement, Reason | 'missing'>> {
	await store.hold(db, ctx, id);
	const [scene] = await scenesIn(db, ctx, { ids: [id] });
	if (!scene || onlyReads(scene.circle, ctx.person.id)) return no('missing');

	const { agreement, circle } = scene;
	const decided = decide(turnOf(ctx, agreement, circle), benchOf(agreement, circle, dayOf(ctx.now)));
	if (!decided.ok) return decided;

	await store.save(db, ctx, agreement, decided.value);
	tell(db, ctx, decided.value);
	return ok(decided.value);
}

/** `ctx.person` at the agreement, with the seats that are theirs. */
export function turnOf<Before extends Agreement | Draft>(
	ctx: Ctx,
	agreement: Before,
	circle: Scene['circle']
): Turn<Before> {
	const { owner } = agreement;
	const today = dayOf(ctx.now);
	const me = memberOf(circle, ctx.person.id);
	const child = 'person' in owner && isYoungChild(owner.person, circle, today) ? owner.person : null;
	return {
		agreement,
		seats: seatsOf(agreement, circle, ctx.person.id, today),
		by: ctx.person.id,
		voice: me ? voiceOf(me) : 'other',
		together: child,
		now: ctx.now
	};
}

/** The fact carries ids and plain words only, never what people wrote. */
export function tell(db: Db, ctx: Ctx, { id, pupil, state, madeIn, steps }: Agreement) {
	const { move: made, result } = steps.at(-1)!;
	recordFact(db, ctx, factOf[made], id, { pupil, state, result, madeIn });
}
