import { nameHomes } from './home.ts';
import type { PlanMaking } from './plan.ts';
import type { GuardianshipRow } from './present.ts';
import { shownAs } from './step.ts';

/**
 * Each guardian in the home that the list says, but where people decided otherwise since: that stands, also for a child of
 * theirs that comes new, until who reads the list in says that the list is right.
 */
export function placeHomes(
	making: PlanMaking,
	planned: readonly GuardianshipRow[],
	others: readonly GuardianshipRow[]
) {
	const { present, freshId } = making;
	const decided = new Map(
		[...planned, ...others].filter((tie) => tie.home_decided_on).map((tie) => [underLabel(tie), tie])
	);
	if (!decided.size) {
		const homes = nameHomes(planned, others, present.guardianships, freshId);
		return { fresh: homes.fresh, of: (tie: GuardianshipRow) => ({ ...tie, household_id: homes.of(tie) }) };
	}
	const listed = nameHomes(planned, others, present.guardianships, freshId);
	for (const tie of planned) if (tie.home_decided_on && listed.of(tie) !== tie.household_id) note(making, tie);
	const isHeld = (tie: GuardianshipRow) => decided.has(underLabel(tie)) && !making.follow.has(idOf(tie));
	const free = planned.filter((tie) => !isHeld(tie));
	const homes = nameHomes(
		free,
		others.filter((tie) => !isHeld(tie)),
		present.guardianships.filter((tie) => !isHeld(tie)),
		freshId
	);
	return {
		fresh: homes.fresh,
		of(tie: GuardianshipRow): GuardianshipRow {
			const { household_id, home_decided_on } = decided.get(underLabel(tie)) ?? tie;
			if (isHeld(tie)) return { ...tie, household_id, home_decided_on };
			return { ...tie, household_id: homes.of(tie), home_decided_on: null };
		}
	};
}

function note({ differences, here }: PlanMaking, tie: GuardianshipRow) {
	const [name, child] = [tie.guardian_id, tie.pupil_id].map((id) => shownAs(here.person.get(id)!));
	if (differences.some(({ id }) => id === idOf(tie))) return;
	differences.push({ id: idOf(tie), what: 'home', name: name!, here: child!, file: '', checks: [] });
}

function idOf({ guardian_id }: GuardianshipRow) {
	return `${guardian_id} home`;
}

function underLabel({ guardian_id, home_label }: GuardianshipRow) {
	return `${guardian_id} ${home_label ?? ''}`;
}
