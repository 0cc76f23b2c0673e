import type { Instance, Placed, Plan } from './instance.ts';
import { publishedTalks } from './objective.ts';

type Moment = Pick<Placed, 'day' | 'start'>;

/** What a new plan changes for one published or new talk, with both times; nothing is sent before a person agrees. */
export type Change =
	| { kind: 'moved'; request: string; before: Moment; now: Moment }
	| { kind: 'withdrawn'; request: string; before: Moment }
	| { kind: 'new'; request: string; now: Moment };

/** The difference between the published plan and another one, in the order of the requests. */
export function difference(instance: Instance, plan: Pick<Plan, 'talks'>): Change[] {
	const before = new Map(publishedTalks(instance).map((talk) => [talk.request, momentOf(talk)]));
	const after = new Map(plan.talks.map((talk) => [talk.request, momentOf(talk)]));
	return instance.requests.flatMap(({ id }): Change[] => {
		const [old, now] = [before.get(id), after.get(id)];
		if (old && now) {
			const same = old.day === now.day && old.start === now.start;
			return same ? [] : [{ kind: 'moved', request: id, before: old, now }];
		}
		if (old) return [{ kind: 'withdrawn', request: id, before: old }];
		return now ? [{ kind: 'new', request: id, now }] : [];
	});
}

function momentOf({ day, start }: Placed): Moment {
	return { day, start };
}
