import type { Instance } from '#modules/planner/instance.ts';
import { addMinutes, type Day } from '#platform/time.ts';
import type { Talk } from './problem.ts';
import type { Situation } from './situation.ts';
import { spansOf } from './span.ts';
import type { TalkKey } from './talk-key.ts';

/** The problem with what families and third persons agreed to afterwards. */
export function conceded(
	{ conceded }: Situation,
	talks: Map<TalkKey, Talk>,
	days: readonly Day[],
	instance: Instance
): Instance {
	const parties = new Map(instance.parties.map((party) => [party.id, { ...party }]));
	const requests = new Map(instance.requests.map((request) => [request.id, request]));
	for (const { talk: key, kind, staff, startsAt } of conceded) {
		const talk = talks.get(key);
		const request = requests.get(key);
		if (!talk || !request) continue;
		if (kind === 'by-phone') requests.set(key, { ...request, staff: request.staff.filter((id) => id !== staff) });
		const extra = spansOf({ startsAt, endsAt: addMinutes(startsAt, talk.minutes) }, days);
		for (const home of kind === 'by-phone' ? [] : talk.homes) {
			const party = parties.get(home)!;
			if (kind === 'second-visit') party.maxDays += 1;
			else party.windows = [...party.windows, ...extra.map((span) => ({ ...span, cost: 2 as const }))];
		}
	}
	return { ...instance, parties: [...parties.values()], requests: [...requests.values()] };
}
