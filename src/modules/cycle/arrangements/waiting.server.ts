import { wholeCirclesIn } from '#modules/people/circles.server.ts';
import type { Circle } from '#modules/people/circle.ts';
import { onlyReads } from '#modules/people/say.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { addMinutes, dayOf } from '#platform/time.ts';
import { seatsOf } from './arrangement.access.ts';
import type { Arrangement, ArrangementId } from './arrangement.ts';
import * as arrangements from './arrangement.store.server.ts';
import { askingOn, isServedBy, type Moment } from './moment.ts';
import * as store from './moment.store.server.ts';
import { apartIn } from './scene.server.ts';
import { startersOf } from './starter.ts';
import { yearIn } from './years.server.ts';

/** A contact moment that waits for the first step of somebody. */
export type Waiting = Pick<Moment, 'form' | 'due' | 'fallsOn'> & {
	id: ArrangementId;
	pupil: PersonId;
	callName: string;
	isReader: boolean;
};

/** For Today: what asks the first step of `ctx.person`; one for each child, the first one. */
export function waitingFor(ctx: Ctx): Promise<Waiting[]> {
	return read(ctx, async (db) => {
		const children = await childrenIn(db, ctx);
		const pupils = children.filter(({ outsideTalks }) => !outsideTalks).map(({ id }) => id);
		const asking = await askingIn(db, ctx, pupils);
		const mine = asking.filter(({ to, circle }) => to.includes(ctx.person.id) && !onlyReads(circle, ctx.person.id));
		return mine
			.filter(({ pupil }, at) => mine.findIndex((one) => one.pupil === pupil) === at)
			.map(({ arrangement, pupil, circle, moment: { form, due, fallsOn } }) => ({
				...{ id: arrangement.id, pupil, form, due, fallsOn },
				...{ callName: circle.callName, isReader: pupil === ctx.person.id }
			}));
	});
}

/** Arrangements that wait for the yes of `ctx.person`, for Today. */
export function answersOf(ctx: Ctx): Promise<{ pupil: PersonId; callName: string }[]> {
	return read(ctx, async (db) => {
		const children = await childrenIn(db, ctx);
		const waiting: { pupil: PersonId; callName: string }[] = [];
		const year = await yearIn(db, ctx);
		const kept = await arrangements.find(db, ctx, { pupils: children.map(({ id }) => id), year: year.name });
		const offered = kept.filter((one) => one.offered);
		const circles = await wholeCirclesIn(db, ctx, [...new Set(offered.map(({ pupil }) => pupil))]);
		for (const arrangement of offered) {
			const circle = circles.get(arrangement.pupil);
			if (!circle || waiting.some(({ pupil }) => pupil === arrangement.pupil)) continue;
			const apart = apartIn(kept.filter(({ pupil }) => pupil === arrangement.pupil));
			if (seatsOf(arrangement, circle, ctx.person.id, apart).includes('asked'))
				waiting.push({ pupil: arrangement.pupil, callName: circle.callName });
		}
		return waiting;
	});
}

type Asking = { arrangement: Arrangement; pupil: PersonId; circle: Circle; moment: Moment; to: PersonId[] };

/** Every moment that asks today and has not been: for the house's own work, and for Today. */
export async function askingIn(db: Db, ctx: Ctx, pupils?: readonly PersonId[]): Promise<Asking[]> {
	const today = dayOf(ctx.now);
	const year = await yearIn(db, ctx);
	const kept = await arrangements.find(db, ctx, { year: year.name, ...(pupils && { pupils }) });
	const asking = kept.flatMap((arrangement) =>
		askingOn(arrangement, year, today).map((moment) => ({ arrangement, moment }))
	);
	if (!asking.length) return [];
	const been = await store.findBeen(db, ctx, [...new Set(asking.map(({ arrangement }) => arrangement.id))]);
	const about = [...new Set(asking.map(({ arrangement }) => arrangement.pupil))];
	const talks = await store.findTalks(db, ctx, about, addMinutes(ctx.now, -60 * 24 * 30));
	const circles = await wholeCirclesIn(db, ctx, about);
	return asking.flatMap(({ arrangement, moment }) => {
		const { id, pupil, home, agreed } = arrangement;
		const circle = circles.get(pupil);
		const isOver =
			been.some((one) => one.arrangement === id && one.form === moment.form && one.fallsOn === moment.fallsOn) ||
			talks.some((talk) => talk.pupil === pupil && isServedBy(moment, { ...talk, day: dayOf(talk.day) }));
		if (!circle || isOver) return [];
		return [{ arrangement, pupil, circle, moment, to: startersOf(moment.starter, agreed!.terms, circle, home) }];
	});
}
