import type { HouseholdId } from '#platform/ids.ts';
import type { GuardianshipRow } from './present.ts';

type TieRow = Pick<GuardianshipRow, 'id' | 'pupil_id' | 'guardian_id' | 'home_label' | 'household_id'>;

/**
 * Which home is which. Equal labels of one pupil (no label is a label too) are one home; homes of siblings that share a
 * guardian under the same label are one household. A household that is here keeps its name, so agreements of "you at
 * home" stay with the home that made them. `others`: homes of children that the list doesn't name; they stay as they are.
 */
export function nameHomes(
	ties: readonly TieRow[],
	others: readonly TieRow[],
	present: readonly TieRow[],
	freshId: <Id extends string>() => Id
) {
	const root = joined();
	for (const tie of ties) root.join(homeOf(tie), underLabel(tie));
	for (const tie of others) root.join(`household ${tie.household_id}`, underLabel(tie));
	const was = new Map(present.map((tie) => [tie.id, tie.household_id]));
	const votes = new Map<string, { home: string; household: HouseholdId; count: number }>();
	for (const tie of [...ties, ...others]) {
		const household = was.get(tie.id);
		if (!household) continue;
		const home = root.of(underLabel(tie));
		const vote = votes.get(`${home} ${household}`) ?? { home, household, count: 0 };
		votes.set(`${home} ${household}`, { ...vote, count: vote.count + 1 });
	}
	const names = new Map<string, HouseholdId>();
	const taken = new Set<HouseholdId>();
	const inOrder = [...votes.values()].sort((a, b) => b.count - a.count || compare(a.household, b.household));
	for (const { home, household } of inOrder) {
		if (names.has(home) || taken.has(household)) continue;
		names.set(home, household);
		taken.add(household);
	}
	const fresh: HouseholdId[] = [];
	return {
		fresh,
		of(tie: TieRow) {
			const home = root.of(homeOf(tie));
			const known = names.get(home);
			if (known) return known;
			const id = freshId<HouseholdId>();
			names.set(home, id);
			fresh.push(id);
			return id;
		}
	};
}

function homeOf(tie: TieRow) {
	return `pupil ${tie.pupil_id} ${tie.home_label ?? ''}`;
}

function underLabel(tie: TieRow) {
	return `guardian ${tie.guardian_id} ${tie.home_label ?? ''}`;
}

/** Things that belong together, however long the chain between them. */
function joined() {
	const parents = new Map<string, string>();
	const of = (name: string): string => {
		const parent = parents.get(name) ?? name;
		if (parent === name) return name;
		const top = of(parent);
		parents.set(name, top);
		return top;
	};
	return { of, join: (a: string, b: string) => parents.set(of(a), of(b)) };
}

function compare(a: string, b: string) {
	return a < b ? -1 : Number(a > b);
}
