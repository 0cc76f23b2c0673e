import type { PersonId } from '#platform/ids.ts';
import type { Asked } from './asked.ts';
import type { Standing } from './situation.ts';
import { overlapIn, type Span } from './span.ts';
import type { TalkKey } from './talk-key.ts';

/**
 * Who leads each talk. A talk that stands stays with its teacher; teachers who share a group divide its other talks by
 * the time they offer, the families with the fewest of them within reach first.
 */
export function leadsOf(
	talks: readonly Asked[],
	standing: readonly Standing[],
	offered: (teacher: PersonId) => readonly Span[],
	canCome: (talk: Asked) => readonly Span[]
): Map<TalkKey, PersonId> {
	const stands = new Map(standing.map(({ talk, teacher }) => [talk, teacher]));
	const minutes = new Map<PersonId, number>();
	const room = (teacher: PersonId) => {
		if (!minutes.has(teacher))
			minutes.set(
				teacher,
				offered(teacher).reduce((sum, { from, to }) => sum + to - from, 0)
			);
		return minutes.get(teacher)!;
	};
	const found = new Map<TalkKey, PersonId>();
	const give = (talk: Asked, teacher: PersonId) => {
		found.set(talk.key, teacher);
		minutes.set(teacher, room(teacher) - talk.minutes);
	};
	const open: { talk: Asked; within: PersonId[] }[] = [];
	for (const talk of talks) {
		const stood = stands.get(talk.key);
		if (stood && talk.leads.includes(stood)) give(talk, stood);
		else if (talk.leads.length === 1) give(talk, talk.leads[0]!);
		else if (talk.leads.length) {
			const within = talk.leads.filter((teacher) => overlapIn(offered(teacher), canCome(talk), talk.minutes));
			open.push({ talk, within: within.length ? within : talk.leads });
		}
	}
	for (const { talk, within } of open.sort((a, b) => a.within.length - b.within.length)) {
		give(
			talk,
			within.reduce((most, one) => (room(one) > room(most) ? one : most))
		);
	}
	return found;
}
