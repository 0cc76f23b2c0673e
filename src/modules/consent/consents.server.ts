import { memberOf, type Circle, type Member } from '#modules/people/circle.ts';
import { circleIn } from '#modules/people/circles.server.ts';
import { namesIn } from '#modules/people/people.server.ts';
import { letInIn, stayIn } from '#modules/people/professionals.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { cardOf, type Card } from './card.ts';
import { maySeeConsents, seatsOf } from './consent.access.ts';
import type { NewConsent } from './consent.input.ts';
import * as rules from './consent.ts';
import type { Consent, ConsentId, Move } from './consent.ts';
import * as store from './consent.store.server.ts';

export type ConsentReason = rules.MoveRefusal | rules.AskRefusal | 'missing';
export type ConsentPage = { circle: Circle; reader: Member; cards: Card[] };

/** All that was asked about this child, and what came of it, for who may read it. */
export function ofPupil(ctx: Ctx, pupil: PersonId): Promise<Outcome<ConsentPage, 'missing'>> {
	return read(ctx, async (db) => {
		const scene = await sceneIn(db, ctx, pupil);
		if (!scene) return no('missing');
		return ok({ ...scene, cards: await cardsIn(db, ctx, scene) });
	});
}

/** What waits for this reader, over all children in whose circle they are. */
export function waitingFor(ctx: Ctx, pupils: readonly PersonId[]): Promise<Card[]> {
	return read(ctx, async (db) => {
		const waiting: Card[] = [];
		const consents = pupils.length ? await store.find(db, ctx, { pupils, state: 'asked' }) : [];
		for (const pupil of new Set(consents.map((consent) => consent.pupil))) {
			const scene = await sceneIn(db, ctx, pupil);
			if (scene) waiting.push(...(await cardsIn(db, ctx, scene)).filter(({ moves }) => moves.includes('give')));
		}
		return waiting;
	});
}

/** The circle and the reader in it, for who may see what was asked; for all others there is nothing. */
export async function sceneIn(db: Db, ctx: Ctx, pupil: PersonId) {
	const circle = await circleIn(db, ctx, pupil);
	const reader = circle && memberOf(circle, ctx.person.id);
	return circle && reader && maySeeConsents(reader) ? { circle, reader } : undefined;
}

async function cardsIn(db: Db, ctx: Ctx, { circle, reader }: Omit<ConsentPage, 'cards'>): Promise<Card[]> {
	const consents = await store.find(db, ctx, { pupil: circle.pupil });
	const people = consents.flatMap(({ askedBy, steps }) => [askedBy, ...steps.map(({ person }) => person)]);
	const names = await namesIn(db, ctx, [...new Set(people)]);
	return consents.map((consent) => cardOf(consent, { circle, reader, names, today: dayOf(ctx.now) }));
}

/** Staff of the circle ask; for everybody else of the circle it is refused. */
export function ask(ctx: Ctx, pupil: PersonId, input: NewConsent): Promise<Outcome<ConsentId, ConsentReason>> {
	return change(ctx, async (db): Promise<Outcome<ConsentId, ConsentReason>> => {
		const scene = await sceneIn(db, ctx, pupil);
		if (!scene) return no('missing');
		if (!isStaff(ctx)) return no('refused');
		const refusal = rules.refusalToAsk(input, dayOf(ctx.now));
		if (refusal) return no(refusal);
		const consent: Consent = {
			...input,
			...{ id: newId<ConsentId>(), pupil, state: 'asked', askedBy: ctx.person.id, askedAt: ctx.now },
			outsider: input.outsider && { ...input.outsider, person: null },
			steps: [{ move: 'ask', person: ctx.person.id, household: null, words: '', at: ctx.now }]
		};
		await store.add(db, ctx, consent);
		recordFact(db, ctx, 'consent.asked', consent.id, { pupil, purpose: consent.purpose });
		return ok(consent.id);
	});
}

const did: Record<Exclude<Move, 'ask'>, string> = {
	say: 'consent.said',
	give: 'consent.given',
	decline: 'consent.declined',
	withdraw: 'consent.withdrawn',
	drop: 'consent.dropped',
	end: 'consent.ended'
};

/**
 * One answer, and with it, in the same transaction, what hangs on it: a professional comes into the circle when the last
 * yes is given, and is out of it when it is taken back.
 */
function move(ctx: Ctx, id: ConsentId, made: Exclude<Move, 'ask'>, words = '') {
	return change(ctx, async (db): Promise<Outcome<undefined, ConsentReason>> => {
		await store.hold(db, ctx, id);
		const [consent] = await store.find(db, ctx, { id });
		const scene = consent && (await sceneIn(db, ctx, consent.pupil));
		if (!scene) return no('missing');
		const today = dayOf(ctx.now);
		const seats = seatsOf(consent, scene.circle, ctx.person.id, today);
		const { household } = scene.reader;
		const turn = { consent, seats, by: ctx.person.id, household, today, now: ctx.now };
		const moved = rules.make(turn, made, words);
		if (!moved.ok) return moved;
		const after = await follow(db, ctx, consent, moved.value);
		await store.save(db, ctx, after);
		recordFact(db, ctx, did[made], id, { pupil: consent.pupil, state: after.state });
		return ok(undefined);
	});
}

/** The professional follows the consent: nobody from outside is with a child whose family has not said so. */
async function follow(db: Db, ctx: Ctx, before: Consent, after: Consent): Promise<Consent> {
	const { outsider, until, pupil } = after;
	if (!outsider || before.state === after.state) return after;
	if (after.state === 'given') {
		const person = await letInIn(db, ctx, pupil, outsider, until);
		return { ...after, outsider: { ...outsider, person } };
	}
	if (before.state === 'given' && outsider.person) {
		await stayIn(db, ctx, pupil, outsider.person, await store.otherLeave(db, ctx, after, outsider.person));
	}
	return after;
}

export const say = (ctx: Ctx, id: ConsentId, words: string) => move(ctx, id, 'say', words);
export const give = (ctx: Ctx, id: ConsentId) => move(ctx, id, 'give');
export const decline = (ctx: Ctx, id: ConsentId) => move(ctx, id, 'decline');
export const withdraw = (ctx: Ctx, id: ConsentId) => move(ctx, id, 'withdraw');
export const drop = (ctx: Ctx, id: ConsentId) => move(ctx, id, 'drop');
export const end = (ctx: Ctx, id: ConsentId) => move(ctx, id, 'end');
