import type { Ctx, Language } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { AgreementId, PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { answerersOf, maySee, ownerVoice } from './agreement.access.ts';
import { sentenceOf } from './card.words.ts';
import * as store from './due.store.server.ts';
import { cardOf, type Card } from './card.ts';
import { isStuck, stretchOf, toldOf } from './follow-up.ts';
import { askOn, closesAt, latestOccasion, type Ask } from './occasion.ts';
import { wholeScenesIn } from './scene.server.ts';

/** What a message about an agreement may say, and to whom. */
export type ForMessage = Pick<Card, 'id' | 'pupil' | 'callName' | 'state' | 'evaluateOn' | 'due'> & {
	/** Who answers for it: the owner, each guardian of the home, or the guardians of a young child. */
	owners: PersonId[];
	proposer: PersonId;
	/** Everybody who may read it, owners and proposer among them. */
	readers: PersonId[];
	/** Staff who hear of it: who proposed it, else who teaches the child. */
	school: PersonId[];
	/** Guardians who may read it. */
	guardians: PersonId[];
	/** Twice it didn't work out: no reminder goes, school thinks of another form. */
	isStuck: boolean;
	/** Since it last worked out. */
	stretch: string;
	asksRepair: boolean;
	/** The last day it was for, and whether it was told how that went. */
	latestOccasion: Day | null;
	isTold: (occasion: Day) => boolean;
	/** Is a link about this day still good for something? */
	isOpen: (occasion: Day) => boolean;
	round: number;
	sentence: (language: Language) => string;
};

/** For the room that sends messages, whoever `ctx.person` is. Undefined: it is not here. */
export async function agreementForMessage(db: Db, ctx: Ctx, id: AgreementId): Promise<ForMessage | undefined> {
	const [scene] = await wholeScenesIn(db, ctx, { ids: [id] });
	if (!scene) return undefined;
	const { agreement, circle } = scene;
	const card = cardOf(scene, ctx.person.id, ctx.now);
	const readers = circle.members.filter(({ person }) => maySee(agreement, circle, person));
	const staff = readers.filter(({ role }) => role === 'staff');
	const proposing = staff.filter(({ person }) => person === agreement.proposer);
	const ids = (members: typeof readers) => members.map(({ person }) => person);
	return {
		id,
		pupil: agreement.pupil,
		callName: circle.callName,
		state: agreement.state,
		evaluateOn: agreement.evaluateOn,
		due: agreement.wording.by,
		owners: answerersOf(agreement, circle, dayOf(ctx.now)).map(({ person }) => person),
		proposer: agreement.proposer,
		readers: ids(readers),
		school: ids(proposing.length ? proposing : staff.filter(({ teaches }) => teaches)),
		guardians: ids(readers.filter(({ role }) => role === 'guardian')),
		isStuck: isStuck(agreement, card.voice),
		stretch: stretchOf(agreement),
		asksRepair: card.asksRepair,
		latestOccasion: latestOccasion(agreement, dayOf(ctx.now)),
		isTold: (occasion) => toldOf(agreement, occasion) !== null,
		isOpen: (occasion) => ctx.now < closesAt(agreement, occasion),
		round: agreement.round,
		sentence: (language) => sentenceOf({ ...card, owner: { ...card.owner, isReader: false } }, language)
	};
}

/** Running agreements that are due on `day`, and those to look back on from that day. */
export async function dueOn(db: Db, ctx: Ctx, day: Day): Promise<{ due: AgreementId[]; evaluate: AgreementId[] }> {
	return { due: await store.findDue(db, ctx, day), evaluate: await store.findToEvaluate(db, ctx, day) };
}

/** What is asked of owners today: about which day of the rhythm, and from when. */
export async function asksOn(db: Db, ctx: Ctx, day: Day): Promise<(Ask & { id: AgreementId; owners: PersonId[] })[]> {
	const scenes = await wholeScenesIn(db, ctx, { ids: await store.findRhythms(db, ctx) });
	return scenes.flatMap(({ agreement, circle }) => {
		const ask = askOn(agreement, day);
		if (!ask || isStuck(agreement, ownerVoice(agreement, circle) ?? 'other')) return [];
		return [{ ...ask, id: agreement.id, owners: answerersOf(agreement, circle, day).map(({ person }) => person) }];
	});
}
