import { notePage } from '#modules/people/circles.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { AgreementId, ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import type { AgreementState } from './agreement.ts';
import { cardOf, type Card, type Scene } from './card.ts';
import { tellersIn } from './follow-ups.server.ts';
import { wordingsOf } from './past.store.server.ts';
import { historyOf } from './history.ts';
import { scenesIn } from './scene.server.ts';

const live: readonly AgreementState[] = ['proposed', 'adapted', 'agreed'];

/** One agreement as `ctx.person` sees it, with what happened. */
export function get(ctx: Ctx, id: AgreementId) {
	return read(ctx, async (db) => {
		const [scene] = await scenesIn(db, ctx, { ids: [id] });
		if (!scene) return no('missing');
		notePage(ctx, scene.agreement.pupil);
		const wordings = await wordingsOf(db, ctx, id);
		const tellers = await tellersIn(db, ctx, scene);
		return ok({ card: seenBy(ctx)(scene), scene, wordings, tellers, history: historyOf(scene, wordings) });
	});
}

/** All agreements on one child, newest first, also what is over. */
export function agreementsOf(ctx: Ctx, { pupil }: { pupil: PersonId }): Promise<Card[]> {
	return read(ctx, async (db) => (await scenesIn(db, ctx, { pupils: [pupil] })).map(seenBy(ctx)));
}

/** What was agreed in this conversation, as `ctx.person` sees it. */
export async function agreementsMadeIn(db: Db, ctx: Ctx, conversation: ConversationId): Promise<Card[]> {
	return (await scenesIn(db, ctx, { madeIn: conversation })).map(seenBy(ctx)).toReversed();
}

export type Mine = { waiting: Card[]; mine: Card[]; others: Card[] };

/** What is running around my children: what waits for me, what is mine, and what the others do. */
export function mine(ctx: Ctx): Promise<Mine> {
	return read(ctx, (db) => mineIn(db, ctx));
}

export async function mineIn(db: Db, ctx: Ctx): Promise<Mine> {
	const pupils = (await childrenIn(db, ctx)).map(({ id }) => id);
	if (!pupils.length) return { waiting: [], mine: [], others: [] };
	const cards = (await scenesIn(db, ctx, { pupils, states: live })).map(seenBy(ctx));
	return sorted(cards);
}

/** What waits for the reader, what is theirs, and what the others do; what is over is in none of them. */
export function sorted(cards: readonly Card[]): Mine {
	const running = cards.filter(({ state }) => live.includes(state));
	const rest = running.filter(({ waitsFor }) => waitsFor !== 'me');
	return {
		waiting: running.filter(({ waitsFor }) => waitsFor === 'me'),
		mine: rest.filter(({ owner }) => owner.isReader),
		others: rest.filter(({ owner }) => !owner.isReader)
	};
}

function seenBy(ctx: Ctx) {
	return (scene: Scene) => cardOf(scene, ctx.person.id, ctx.now);
}
