import type { GroupId } from '#platform/ids.ts';
import type { PlanMaking } from './plan.ts';
import { isSame, type GroupRow } from './present.ts';
import { noSteps } from './step.ts';

/** Groups belong to one school year: a new year's file brings new ones and ends the old. */
export function planGroups({ roster, present, year, from, freshId, writes }: PlanMaking) {
	const steps = noSteps();
	const ids = new Map<string, GroupId>();
	const here = new Map(
		present.groups.filter((group) => group.school_year_id === year.id).map((group) => [group.key, group])
	);
	for (const { key, name, yearGroup } of roster.groups) {
		const known = here.get(key);
		const next: GroupRow = {
			id: known?.id ?? freshId(),
			school_year_id: year.id,
			key,
			name,
			year_group: yearGroup,
			ended_on: null
		};
		ids.set(key, next.id);
		if (isSame(known, next)) continue;
		writes.groups.push(next);
		if (!known) steps.add.push(name);
		else steps.change.push({ name, fields: known.ended_on ? ['returned'] : ['name'] });
	}
	const spared = new Set(roster.rejected.filter(({ noun }) => noun === 'group').map(({ key }) => key));
	const kept = new Set(ids.values());
	for (const group of present.groups) {
		if (group.ended_on || kept.has(group.id) || spared.has(group.key)) continue;
		writes.groups.push({ ...group, ended_on: from });
		steps.end.push(group.name);
	}
	return { steps, ids };
}
