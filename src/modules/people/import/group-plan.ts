import type { GroupId } from '#platform/ids.ts';
import type { PlanMaking } from './plan.ts';
import { isOpen, isSame, type GroupRow } from './present.ts';
import { isDummy, type RosterGroup } from './roster.ts';
import { noSteps, type ChangedField } from './step.ts';

/**
 * Groups belong to one school year: a new year's file brings new ones and ends the old; this year's file leaves those of
 * a year that was prepared already.
 */
export function planGroups({ roster, present, year, from, freshId, writes }: PlanMaking) {
	const steps = noSteps();
	const ids = new Map<string, GroupId>();
	const here = new Map(
		present.groups.filter((group) => group.school_year_id === year.id).map((group) => [group.key, group])
	);
	for (const group of roster.groups) {
		const { name, yearGroup } = group;
		const key = keyOf(group);
		const made = here.get(`#${name}`);
		const known = here.get(key) ?? (made && ![...ids.values()].includes(made.id) ? made : undefined);
		const next: GroupRow = {
			id: known?.id ?? freshId(),
			school_year_id: year.id,
			key,
			name,
			year_group: yearGroup,
			ended_on: known?.ended_on && isOpen(known.ended_on, from) ? known.ended_on : null
		};
		ids.set(group.key, next.id);
		if (isSame(known, next)) continue;
		writes.groups.push(next);
		if (!known) steps.add.push(name);
		else steps.change.push({ name, fields: [fieldOf(known, next)] });
	}
	const spared = new Set(roster.rejected.filter(({ noun }) => noun === 'group').map(({ key }) => key));
	const kept = new Set(ids.values());
	const later = new Set(present.years.filter(({ starts_on }) => starts_on > year.starts_on).map(({ id }) => id));
	for (const group of present.groups) {
		if (group.ended_on || kept.has(group.id) || spared.has(group.key) || later.has(group.school_year_id)) continue;
		writes.groups.push({ ...group, ended_on: from });
		steps.end.push(group.name);
	}
	return { steps, ids };
}

function fieldOf(known: GroupRow, next: GroupRow): ChangedField {
	if (known.ended_on) return 'returned';
	return known.name === next.name && known.key !== next.key ? 'key' : 'name';
}

/** A dummy key was made up, for one file or by a change of year without one: such a group is known again by its name. */
function keyOf({ key, name }: RosterGroup) {
	return isDummy(key) ? `#${name}` : key;
}
