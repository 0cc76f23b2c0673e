import { tasks as allTasks, type Task } from '#platform/ctx.ts';
import type { GroupId, PersonId } from '#platform/ids.ts';
import type { PlanMaking } from './plan.ts';
import { endOn, isOpen, isSame, type PersonRow, type StaffRow, type TeachingRow } from './present.ts';
import { isDummy, signOf, type RosterStaff } from './roster.ts';
import { fieldsChanged, namesFrom, noSteps, shownAs, type ChangedField, type PlanSteps } from './step.ts';

/**
 * What a role in the administration suggests. Its manual strongly advises against giving rights by it, so only teaching,
 * which comes with a group, is given; the rest the office confirms. At the set-up of a school it counts at once.
 */
const suggested: Record<string, Task> = {
	LRK: 'teacher',
	VAK: 'teacher',
	IB: 'support',
	DIR: 'leadership',
	ADJ: 'leadership',
	LOC: 'leadership',
	ADM: 'office'
};
/** A parent who helps or a trainee is in a group's list, and not thereby in the circle of each of its children. */
const guests = ['OUD', 'STA'];

export function planStaff(making: PlanMaking, groups: Map<string, GroupId>, office?: string): PlanSteps {
	const { roster, present, warn } = making;
	const steps = noSteps();
	const people = present.persons.filter(({ role }) => role === 'staff');
	const byKey = new Map(people.filter(({ key }) => key).map((person) => [person.key, person]));
	const seen = new Set<PersonId>();
	const given = new Set<Task>(present.staff.flatMap(({ tasks }) => tasks));
	for (const row of roster.staff) {
		const here = isDummy(row.key) ? alone(people.filter(isCalled(row))) : byKey.get(row.key);
		if (here && seen.has(here.id)) {
			making.reject({ ...row, noun: 'staff', reason: 'duplicate-person', about: '' });
			continue;
		}
		const id = here?.id ?? making.freshId<PersonId>();
		seen.add(id);
		const { tasks } = planMember(making, steps, id, here, row, groups, office);
		tasks.forEach((task) => given.add(task));
	}
	if (making.creating && !given.has('office') && !given.has('leadership')) warn('no-office');
	const rows = roster.rejected.filter(({ noun }) => noun === 'staff' || noun === 'person');
	const leaving: PersonRow[] = [];
	for (const person of people) {
		const spared = rows.some(({ key, spares }) => (key && key === person.key) || spares === staffSign(person));
		if (person.ended_on || seen.has(person.id) || spared || isStillToCome(making, person)) continue;
		leaving.push(person);
	}
	const kept = keptFor(making, people, leaving);
	for (const person of leaving) {
		if (kept.has(person)) {
			if (planTeaching(making, person.id, new Set())) steps.change.push({ name: shownAs(person), fields: ['groups'] });
			continue;
		}
		endMember(making, person);
		steps.end.push(shownAs(person));
	}
	return steps;
}

/**
 * Who stays though no file names them: whoever reads it in, and the last who can sign in to keep the school. They teach
 * no group any more.
 */
function keptFor({ present, writes, by, warn }: PlanMaking, people: PersonRow[], leaving: PersonRow[]) {
	const members = new Map([...present.staff, ...writes.staff].map((member) => [member.id, member]));
	const keeps = ({ id }: PersonRow) =>
		members.get(id)?.tasks.some((task) => task === 'office' || task === 'leadership') ?? false;
	const reader = leaving.filter((person) => person.id === by);
	reader.forEach((person) => warn('reader-kept', { name: shownAs(person) }));
	const staying = people.filter((person) => !person.ended_on && !leaving.includes(person));
	if ([...staying, ...reader].some((person) => person.email && keeps(person))) return new Set(reader);
	const last = leaving.filter((person) => keeps(person) && !reader.includes(person));
	last.forEach((person) => warn('office-kept', { name: shownAs(person) }));
	return new Set([...reader, ...last]);
}

function planMember(
	making: PlanMaking,
	steps: PlanSteps,
	id: PersonId,
	here: PersonRow | undefined,
	row: RosterStaff,
	groups: Map<string, GroupId>,
	office: string | undefined
): StaffRow {
	const { writes, creating, from, warn } = making;
	const next: PersonRow = {
		id,
		role: 'staff',
		key: isDummy(row.key) ? (here?.key ?? null) : row.key,
		...namesFrom(row, here),
		called: here?.called ?? null,
		email: row.email ?? here?.email ?? null,
		mobile: here?.mobile ?? null,
		language: here?.language ?? 'nl',
		interpreter: here?.interpreter ?? false,
		home_language: here?.home_language ?? null,
		ended_on: here?.ended_on && isOpen(here.ended_on, from) ? here.ended_on : null
	};
	const teaches = row.groups.filter(({ roles }) => {
		const known = roles.length ? roles : row.roles;
		return !known.length || known.some((role) => !guests.includes(role));
	});
	if (teaches.length < row.groups.length) warn('no-teaching', { name: shownAs(next) });
	const roles = [...new Set([...row.roles, ...row.groups.flatMap((group) => group.roles)])].sort();
	const member = making.here.member.get(id);
	const nextMember = withTasks(member, roles, teaches.length > 0, id, creating);
	if (creating && office && next.email === office.toLowerCase()) nextMember.tasks.push('office');
	nextMember.tasks = inOrder(nextMember.tasks);
	if (nextMember.proposed_tasks.length > (member?.proposed_tasks.length ?? 0)) {
		warn('proposed-tasks', { name: shownAs(next), tasks: nextMember.proposed_tasks.join(' ') });
	}
	const granted = nextMember.tasks.filter((task) => task !== 'teacher');
	if (creating && granted.length) warn('granted-tasks', { name: shownAs(next), tasks: granted.join(' ') });

	const fields: ChangedField[] = here ? fieldsChanged(here, next) : [];
	if (member && !isSame(member, nextMember)) fields.push('roles');
	if (!isSame(here, next)) writes.persons.push(next);
	if (!isSame(member, nextMember)) writes.staff.push(nextMember);
	if (planTeaching(making, id, new Set(teaches.map(({ key }) => groups.get(key)!)))) fields.push('groups');
	if (!here) steps.add.push(shownAs(next));
	else if (fields.length) steps.change.push({ name: shownAs(next), fields });
	return nextMember;
}

/** New roles propose once: what the office has turned down does not come back with the next file. */
function withTasks(
	member: StaffRow | undefined,
	roles: string[],
	teaches: boolean,
	id: PersonId,
	creating: boolean
): StaffRow {
	const fresh = roles.filter((role) => !member?.roles.includes(role));
	const wanted = fresh.map((role) => suggested[role]).filter((task) => task !== undefined);
	const free = wanted.filter((task) => creating || task === 'teacher');
	const tasks = inOrder([...(member?.tasks ?? []), ...free, ...(teaches ? (['teacher'] as const) : [])]);
	const proposed = inOrder([...(member?.proposed_tasks ?? []), ...wanted]).filter((task) => !tasks.includes(task));
	return { id, tasks, roles, proposed_tasks: proposed };
}

function planTeaching({ here, from, freshId, writes }: PlanMaking, id: PersonId, wanted: Set<GroupId>) {
	const current = here.teachings(id).filter(({ starts_on }) => starts_on <= from);
	const over = current.filter(({ group_id }) => !wanted.has(group_id));
	const fresh = [...wanted].filter((group) => !current.some(({ group_id }) => group_id === group));
	writes.teachings.push(...over.map((span) => endOn(span, from)));
	writes.teachings.push(
		...fresh.map((group_id): TeachingRow => ({ id: freshId(), staff_id: id, group_id, starts_on: from, ends_on: null }))
	);
	return over.length + fresh.length > 0;
}

/** Comes for groups of a year that this file knows nothing of yet. */
function isStillToCome({ here, from }: PlanMaking, { id }: PersonRow) {
	const spans = here.teachings(id);
	return spans.length > 0 && spans.every(({ starts_on }) => starts_on > from);
}

function endMember({ present, from, writes }: PlanMaking, person: PersonRow) {
	writes.persons.push({ ...person, ended_on: from });
	const teachings = present.teachings.filter(({ staff_id }) => staff_id === person.id);
	const ended = new Set(writes.ties.map(({ id }) => id));
	const ties = present.ties.filter(({ id, person_id }) => person_id === person.id && !ended.has(id));
	writes.teachings.push(...teachings.map((span) => endOn(span, from)));
	writes.ties.push(...ties.map((span) => endOn(span, from)));
}

function staffSign(person: PersonRow) {
	return signOf({ ...person, givenName: person.given_name, birthDate: null });
}

function isCalled(row: RosterStaff) {
	const sign = signOf({ ...row, birthDate: null });
	return (person: PersonRow) => staffSign(person) === sign;
}

function alone(people: PersonRow[]) {
	return people.length === 1 ? people[0] : undefined;
}

function inOrder(tasks: readonly Task[]): Task[] {
	return allTasks.filter((task) => tasks.includes(task));
}
