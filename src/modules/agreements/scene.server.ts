import { wholeCirclesIn } from '#modules/people/circles.server.ts';
import { personsIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { maySee } from './agreement.access.ts';
import type { Agreement } from './agreement.ts';
import * as store from './agreement.store.server.ts';
import type { Scene } from './card.ts';

/** The agreements asked for that `ctx.person` may see, each with the people around it. */
export async function scenesIn(db: Db, ctx: Ctx, which: Parameters<typeof store.find>[2]): Promise<Scene[]> {
	const scenes = await wholeScenesIn(db, ctx, which);
	return scenes.filter(({ agreement, circle }) => maySee(agreement, circle, ctx.person.id));
}

/** The same whoever asks: for the house's own work, never for a page. */
export async function wholeScenesIn(db: Db, ctx: Ctx, which: Parameters<typeof store.find>[2]): Promise<Scene[]> {
	const agreements = await store.find(db, ctx, which);
	const circles = await wholeCirclesIn(db, ctx, unique(agreements.map(({ pupil }) => pupil)));
	const persons = await personsIn(db, ctx, unique(agreements.flatMap(mentioned)));
	return agreements.flatMap((agreement) => {
		const circle = circles.get(agreement.pupil);
		return circle ? [{ agreement, circle, persons }] : [];
	});
}

function mentioned({ owner, proposer, steps, lookBacks }: Agreement) {
	const acted = [
		...[...steps, ...lookBacks].map(({ person }) => person),
		...steps.flatMap(({ toldBy }) => toldBy ?? [])
	];
	return [proposer, ...('person' in owner ? [owner.person] : []), ...acted];
}

function unique<T>(items: readonly T[]) {
	return [...new Set(items)];
}
