import type { Party } from '#modules/planner/instance.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Asked } from './asked.ts';
import { windowsOf } from './availability.ts';
import type { Situation } from './situation.ts';
import type { Span } from './span.ts';

/** The adults of a home who come together, and when they can. */
export function partiesOf(
	situation: Situation,
	asked: readonly Asked[],
	offered: readonly Span[],
	days: readonly Day[],
	busy: (who: string) => Span[]
): Map<HouseholdId, Party> {
	const said = new Map(situation.homes.map((home) => [home.household, home]));
	const adults = new Map<HouseholdId, Set<PersonId>>();
	const homes = new Set(asked.flatMap((talk) => talk.homes));
	for (const { guardians } of situation.pupils)
		for (const { id, household } of guardians)
			if (homes.has(household)) adults.set(household, (adults.get(household) ?? new Set()).add(id));
	return new Map(
		[...adults].map(([household, people]) => {
			const home = said.get(household);
			const windows = windowsOf(home, offered, [...people].flatMap(busy), days);
			return [household, { id: household, household, maxDays: home?.visits ?? Math.max(1, days.length), windows }];
		})
	);
}
