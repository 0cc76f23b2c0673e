import type { Block } from '#modules/cycle/offer.ts';
import type { Instance } from '#modules/planner/instance.ts';
import { weightsWith } from '#modules/planner/objective.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { type Asked, talksAsked } from './asked.ts';
import { busyOf, offeredBy } from './availability.ts';
import { conceded } from './concession.ts';
import { leadsOf } from './lead.ts';
import { partiesOf } from './party.ts';
import { requestOf } from './request.ts';
import type { Situation } from './situation.ts';
import { staffOf } from './staff.ts';
import { placedIn } from './standing.ts';
import type { TalkKey } from './talk-key.ts';
import { dayAt, type Span } from './span.ts';

/** A talk to be planned, with the teacher who leads it. */
export type Talk = Asked & { lead: PersonId };

/** A round as the planner sees it, with the way back. */
export type Problem = {
	instance: Instance;
	talks: Map<TalkKey, Talk>;
	days: Day[];
	blocks: readonly Block[];
};

const walkMinutes = 5;

/** Everything that is known of a round, as a problem for the planner. Pure: the same situation, the same problem. */
export function problemOf(situation: Situation): Problem {
	const { round, blocks, standing } = situation;
	const days = [...new Set([...blocks, ...standing].map(({ startsAt }) => dayAt(startsAt)))].sort();
	const busy = busyOf(situation, days);
	const offered = new Map<PersonId, Span[]>();
	const offeredOf = (teacher: PersonId) => {
		if (!offered.has(teacher)) offered.set(teacher, offeredBy(teacher, blocks, days, busy));
		return offered.get(teacher)!;
	};
	const all = [...new Set(blocks.map(({ teacher }) => teacher))].flatMap(offeredOf);
	const asked = talksAsked(situation);
	const parties = partiesOf(situation, asked, all, days, busy);
	const canCome = ({ homes }: Asked) => parties.get(homes[0]!)!.windows;
	const leads = leadsOf(asked, standing, offeredOf, canCome);
	const talks = new Map(
		asked.flatMap((talk): [TalkKey, Talk][] => {
			const lead = leads.get(talk.key);
			return lead ? [[talk.key, { ...talk, lead }]] : [];
		})
	);
	const staff = staffOf(situation, [...talks.values()], days, busy);
	const instance: Instance = {
		format: 'talkplan/1',
		id: round.id,
		days: days.map((date, i) => ({ id: `d${i}`, date })),
		zones: { names: ['school'], walk: [[round.perTeacher ? walkMinutes : 0]] },
		staff,
		parties: [...parties.values()],
		requests: [...talks.values()].map((talk) => requestOf(situation, talk, days, busy)),
		weights: weightsWith(situation.sliders),
		locks: [],
		previous: null
	};
	const problem = { instance: conceded(situation, talks, days, instance), talks, days, blocks };
	const locks = placedIn(
		problem,
		standing.filter(({ locked }) => locked)
	);
	return { ...problem, instance: { ...problem.instance, locks } };
}
