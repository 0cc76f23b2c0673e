import type { GroupId, PersonId } from '#platform/ids.ts';
import { enough, teamsOf, type OfferCount, type Slot } from './offer.ts';
import type { RoundKind } from './round.ts';
import { isLength, type RoundSketch } from './round.input.ts';
import type { Holiday } from '#modules/cycle/year/holiday.ts';

/** What a round can be reckoned on before it is made: who is in which group, who teaches there, and what was offered. */
export type Ground = {
	/** `pupils`: all of the group; `drawn`: those who take part in a round that does not invite everybody. */
	groups: { id: GroupId; name: string; pupils: number; drawn: number }[];
	teaching: { group: GroupId; teacher: PersonId; name: string }[];
	blocks: (Slot & { teacher: PersonId })[];
	holidays: Holiday[];
};

/** Who offers together for whom, how many talks and minutes that takes, and whether what they offer is enough. */
export type TeamForecast = { groups: string[]; teachers: string[]; minutes: number; count: OfferCount };

/** With what is filled in so far; empty while there is no group or no length. */
export function forecastOf(ground: Ground, { kind, groups, minutes, groupMinutes }: RoundSketch): TeamForecast[] {
	if (!isLength(minutes)) return [];
	const chosen = ground.groups.filter(({ id }) => groups.includes(id));
	const pairs = chosen.flatMap(({ id }): { group: GroupId; teacher: PersonId | null; name: string }[] => {
		const teachers = ground.teaching.filter(({ group }) => group === id);
		return teachers.length ? teachers : [{ group: id, teacher: null, name: '' }];
	});
	const lengthOf = (group: GroupId) => {
		const own = groupMinutes[group];
		return isLength(own) ? own : minutes;
	};
	return teamsOf(pairs).map((team) => {
		const here = chosen.filter(({ id }) => team.groups.includes(id));
		const talks = here.reduce((sum, group) => sum + talksOf(kind, group), 0);
		const names = pairs.filter((pair) => pair.teacher && team.teachers.includes(pair.teacher)).map(({ name }) => name);
		// Where lengths differ, the longest: what is enough then is enough for all.
		const longest = Math.max(...here.map(({ id }) => lengthOf(id)));
		return {
			groups: here.map(({ name }) => name),
			teachers: [...new Set(names)],
			minutes: here.reduce((sum, group) => sum + talksOf(kind, group) * lengthOf(group.id), 0),
			count: enough(
				talks,
				ground.blocks.filter(({ teacher }) => team.teachers.includes(teacher)),
				longest
			)
		};
	});
}

/** A start round invites everybody; another only those who were drawn. */
function talksOf(kind: RoundKind, { pupils, drawn }: Ground['groups'][number]) {
	return kind === 'start' ? pupils : drawn;
}
