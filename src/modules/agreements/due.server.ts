import type { Ctx, Language } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { AgreementId, PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { answerersOf, maySee } from './agreement.access.ts';
import { sentenceOf } from './card.words.ts';
import * as store from './due.store.server.ts';
import { cardOf, type Card } from './card.ts';
import { wholeScenesIn } from './scene.server.ts';

/** What a message about an agreement may say, and to whom. */
export type ForMessage = Pick<Card, 'id' | 'pupil' | 'callName' | 'state' | 'evaluateOn' | 'due'> & {
	/** Who answers for it: the owner, each guardian of the home, or the guardians of a young child. */
	owners: PersonId[];
	proposer: PersonId;
	/** Everybody who may read it, owners and proposer among them. */
	readers: PersonId[];
	round: number;
	sentence: (language: Language) => string;
};

/** For the room that sends messages, whoever `ctx.person` is. Undefined: it is not here. */
export async function agreementForMessage(db: Db, ctx: Ctx, id: AgreementId): Promise<ForMessage | undefined> {
	const [scene] = await wholeScenesIn(db, ctx, { ids: [id] });
	if (!scene) return undefined;
	const { agreement, circle } = scene;
	const card = cardOf(scene, ctx.person.id, ctx.now);
	return {
		id,
		pupil: agreement.pupil,
		callName: circle.callName,
		state: agreement.state,
		evaluateOn: agreement.evaluateOn,
		due: agreement.wording.by,
		owners: answerersOf(agreement, circle, dayOf(ctx.now)).map(({ person }) => person),
		proposer: agreement.proposer,
		readers: circle.members.map(({ person }) => person).filter((person) => maySee(agreement, circle, person)),
		round: agreement.round,
		sentence: (language) => sentenceOf({ ...card, owner: { ...card.owner, isReader: false } }, language)
	};
}

/** Running agreements that are due on `day`, and those to look back on from that day. */
export async function dueOn(db: Db, ctx: Ctx, day: Day): Promise<{ due: AgreementId[]; evaluate: AgreementId[] }> {
	return { due: await store.findDue(db, ctx, day), evaluate: await store.findToEvaluate(db, ctx, day) };
}
