import { addMinutes } from '#platform/time.ts';
import type { Laid } from './situations.server.ts';
import { nameOf } from './name.ts';
import { spotsIn } from './spot.ts';
import type { TalkKey } from './talk-key.ts';

/** One talk with all times at which it could be. */
export function chosenIn(laid: Laid, talk: TalkKey) {
	const asked = laid.problem.talks.get(talk);
	if (!asked) return null;
	const stands = laid.standing.find((each) => each.talk === talk);
	return {
		...nameOf(laid, talk),
		id: talk,
		teacher: laid.names.get(stands?.teacher ?? asked.lead) ?? '',
		stands: stands ? { startsAt: stands.startsAt, endsAt: addMinutes(stands.startsAt, asked.minutes) } : null,
		locked: stands?.locked ?? false,
		spots: spotsIn(laid, talk)
			.filter(({ obstacle }) => !obstacle)
			.map((spot) => ({ ...spot, teacherName: laid.names.get(spot.teacher) ?? '' }))
	};
}
