import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { type Obstacle, spotsFor } from './judgement.ts';
import { problemOf } from './problem.ts';
import type { Laid } from './situations.server.ts';
import { momentAt } from './span.ts';
import { placedIn } from './standing.ts';
import type { TalkKey } from './talk-key.ts';

export type FreeSpot = { teacher: PersonId; day: Day; at: number; startsAt: string; obstacle?: Obstacle };

/** Where else a talk could go, of each teacher who could lead it. */
export function spotsIn({ situation, standing, problem }: Laid, talk: TalkKey): FreeSpot[] {
	const others = standing.filter((each) => each.talk !== talk);
	const known = problem.talks.get(talk);
	const here = standing.find((each) => each.talk === talk);
	const spots = (known?.leads ?? []).flatMap((teacher) => {
		const stands = { talk, teacher, startsAt: situation.now, locked: false };
		const own = teacher === known?.lead ? problem : problemOf({ ...situation, standing: [...others, stands] });
		return spotsFor(own.instance, placedIn(own, others), talk).map(({ day, start, obstacle }) => ({
			teacher,
			day: own.days[day]!,
			at: start,
			startsAt: momentAt(own.days[day]!, start).toISOString(),
			...(obstacle ? { obstacle } : {})
		}));
	});
	return spots.filter((spot) => spot.teacher !== here?.teacher || spot.startsAt !== here.startsAt.toISOString());
}
