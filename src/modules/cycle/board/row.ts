import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Obstacle } from './judgement.ts';
import { nameOf } from './name.ts';
import type { TalkPlace } from './situation.ts';
import type { Laid } from './situations.server.ts';
import { dayAt, minuteOf } from './span.ts';
import type { TalkKey } from './talk-key.ts';

/** A talk on one day of the board, as little of it as a page needs: there may be hundreds. */
export type BoardTalk = {
	id: TalkKey;
	name: string;
	/** Minutes after midnight. */
	at: number;
	minutes: number;
	locked: boolean;
	place: TalkPlace;
	stuck?: Obstacle;
};
export type Row = {
	teacher: PersonId;
	name: string;
	windows: { from: number; to: number; room: string | null }[];
	talks: BoardTalk[];
};

/** Who talks when on one day, teacher by teacher. */
export function rowsOf(laid: Laid, day: Day, stuck: Map<string, Obstacle>): Row[] {
	const at = laid.problem.days.indexOf(day);
	const today = Map.groupBy(
		laid.standing.filter(({ startsAt }) => dayAt(startsAt) === day),
		({ teacher }) => teacher
	);
	const offering = laid.situation.blocks.filter(({ startsAt }) => dayAt(startsAt) === day);
	const teachers = new Set([...offering.map(({ teacher }) => teacher), ...today.keys()]);
	const rows = [...teachers].map((teacher): Row => ({
		teacher,
		name: laid.names.get(teacher) ?? '',
		windows: offering
			.filter((block) => block.teacher === teacher)
			.map(({ startsAt, endsAt, location }) => ({
				from: minuteOf(startsAt),
				to: minuteOf(startsAt) + (endsAt.getTime() - startsAt.getTime()) / 60_000,
				room: location?.name ?? null
			})),
		talks: (today.get(teacher) ?? []).map(({ talk, startsAt, locked }) => {
			const asked = laid.problem.talks.get(talk);
			const why = stuck.get(talk);
			return {
				id: talk,
				name: nameOf(laid, talk).name,
				at: minuteOf(startsAt),
				minutes: asked?.minutes ?? laid.round.minutes,
				locked,
				place: asked?.place ?? 'school',
				...(why ? { stuck: why } : {})
			};
		})
	}));
	return at < 0 ? [] : rows.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}
