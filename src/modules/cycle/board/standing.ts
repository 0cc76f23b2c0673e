import type { Block } from '#modules/cycle/offer.ts';
import { type Placed, planOf } from '#modules/planner/instance.ts';
import { addMinutes } from '#platform/time.ts';
import type { Problem, Talk } from './problem.ts';
import { suits } from './request.ts';
import type { Standing } from './situation.ts';
import { dayAt, minuteOf, momentAt } from './span.ts';
import type { TalkKey } from './talk-key.ts';

/** What stands, as the planner says it; what is no talk of this round any more is left out. */
export function placedIn({ talks, days }: Pick<Problem, 'talks' | 'days'>, standing: readonly Standing[]): Placed[] {
	return standing.flatMap(({ talk, startsAt, teacher }) => {
		const day = days.indexOf(dayAt(startsAt));
		if (day < 0 || talks.get(talk)?.lead !== teacher) return [];
		return [{ request: talk, day, start: minuteOf(startsAt) }];
	});
}

/** And back: who talks when, from the planner's answer. */
export function standingOf(
	{ talks, days }: Problem,
	placed: readonly Placed[],
	locked: ReadonlySet<string>
): Standing[] {
	return placed.flatMap(({ request, day, start }) => {
		const talk = talks.get(request as TalkKey);
		if (!talk) return [];
		return [
			{
				talk: talk.key,
				teacher: talk.lead,
				startsAt: momentAt(days[day]!, start),
				locked: locked.has(request)
			}
		];
	});
}

/** The block in which a talk stands, if its teacher still offers that. */
export function blockOf(
	{ blocks }: Pick<Problem, 'blocks'>,
	talk: Talk,
	{ startsAt, teacher }: Standing
): Block | undefined {
	const endsAt = addMinutes(startsAt, talk.minutes);
	return blocks.find(
		(block) => block.teacher === teacher && block.startsAt <= startsAt && endsAt <= block.endsAt && suits(block, talk)
	);
}

export function planIn(problem: Problem, standing: readonly Standing[]) {
	return planOf(problem.instance, placedIn(problem, standing));
}
