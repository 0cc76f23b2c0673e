import { circleIn, notePage } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import * as rules from './evaluation.ts';
import { goalsOf } from './goal.ts';
import { lookingOf, type Heard } from './looking.ts';
import { scenesIn } from './scene.server.ts';

/** Looking back goal by goal: what was promised for it, what was done, and whether each party thinks they came closer. */
export function goals(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		if (!circle) return no('missing');
		notePage(ctx, pupil);
		const scenes = await scenesIn(db, ctx, { pupils: [pupil], states: ['agreed'] });
		const all = scenes.map((scene) => lookingOf(scene, ctx.person.id, ctx.now));
		const byId = new Map(all.map((looking) => [looking.card.id, looking]));
		return ok({
			callName: circle.callName,
			nextLookBackOn: rules.nextLookBack(dayOf(ctx.now)),
			goals: goalsOf(all.map(({ card }) => card)).map(({ why, cards }) => {
				const agreements = cards.map(({ id }) => byId.get(id)!);
				return { why, agreements, closer: closerOf(agreements.flatMap(({ said }) => said)) };
			})
		});
	});
}

/** Of each who looked back the last word on this goal. */
function closerOf(said: readonly Heard[]) {
	const latest = new Map(said.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map((part) => [part.person, part]));
	return [...latest.values()].map(({ person, name, voice, closer }) => ({ person, name, voice, closer }));
}

/** All that the page tells of one goal. */
export type LookedBackOn = Extract<Awaited<ReturnType<typeof goals>>, { ok: true }>['value']['goals'][number];
