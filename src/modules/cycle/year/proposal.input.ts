import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay, type Day } from '#platform/time.ts';
import { faultOfLastDay, type RoundFault } from '#modules/cycle/round.input.ts';
import { canTake, type Proposal } from './proposal.ts';

/** A proposal that is taken along, on the days that were left or chosen. */
export type Chosen = { key: Proposal['key']; firstDay: Day; lastDay: Day };

/** The fields of one proposal on the page. */
export function fieldsOf(key: Proposal['key']) {
	return { take: `take-${key}`, firstDay: `first-${key}`, lastDay: `last-${key}` };
}

/** What of the proposals is taken along; a fault by its field. */
export function parseChosen(
	form: FormData,
	proposals: readonly Proposal[],
	today: Day
): Outcome<Chosen[], 'faults' | 'nothing'> & { faults?: Record<string, RoundFault> } {
	const taken = proposals.filter((proposal) => canTake(proposal) && form.has(fieldsOf(proposal.key).take));
	if (!taken.length) return no('nothing');
	const faults: Record<string, RoundFault> = {};
	const chosen = taken.flatMap(({ key }): Chosen[] => {
		const fields = fieldsOf(key);
		const firstDay = asDay(form.get(fields.firstDay));
		const lastDay = asDay(form.get(fields.lastDay));
		if (!firstDay) faults[fields.firstDay] = 'first-day-missing';
		const last = faultOfLastDay(firstDay, lastDay, today);
		if (last) faults[fields.lastDay] = last;
		return firstDay && lastDay ? [{ key, firstDay, lastDay }] : [];
	});
	return Object.keys(faults).length ? { ...no('faults'), faults } : ok(chosen);
}
