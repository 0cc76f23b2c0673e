import { assert, constantFrom, integer, property, record, shuffledSubarray, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '#platform/time.ts';
import { edexml, guardiansCsv, type GuardianLine, type SchoolFile } from '#seeds/school-file.ts';
import { readFiles } from './file.input.ts';
import { plan, type ImportPlan } from './plan.ts';
import { noRows, type SchoolRows } from './present.ts';
import { count } from './report.ts';
import { noSteps } from './step.ts';

const today = '2026-09-22' as Day;
let last = 0;
const freshId = <Id extends string>() => `id-${String(++last).padStart(6, '0')}` as Id;
const surroundings = { today, creating: false, freshId };

const rosterOf = (school: SchoolFile | undefined, guardians?: GuardianLine[]) => {
	const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
	const files = [school && file('e.xml', edexml(school)), guardians && file('o.csv', guardiansCsv(guardians))];
	const roster = readFiles(files.filter((one) => one !== undefined));
	if (!roster.ok) throw new Error(roster.reason);
	return roster.value;
};

/** The school after a plan: written rows in place of those they follow. */
function after(present: SchoolRows, { writes }: ImportPlan, on: Day): SchoolRows {
	const merged = <Row extends { id: string }>(old: Row[], next: Row[]) => [
		...new Map([...old, ...next].map((row) => [row.id, row])).values()
	];
	const open = <Row extends { ends_on: Day | null }>(rows: Row[]) =>
		rows.filter(({ ends_on }) => !ends_on || ends_on > on);
	return {
		years: merged(present.years, writes.years),
		groups: merged(present.groups, writes.groups),
		persons: merged(present.persons, writes.persons),
		pupils: merged(present.pupils, writes.pupils),
		staff: merged(present.staff, writes.staff),
		enrolments: open(merged(present.enrolments, writes.enrolments)),
		teachings: open(merged(present.teachings, writes.teachings)),
		ties: open(merged(present.ties, writes.ties)),
		households: [],
		guardianships: open(merged(present.guardianships, writes.guardianships))
	};
}

function school(at = surroundings) {
	let rows = noRows();
	return {
		take(file: SchoolFile | undefined, guardians?: GuardianLine[]) {
			const planned = plan(rosterOf(file, guardians), rows, at);
			rows = after(rows, planned, at.today);
			return planned;
		},
		rows: () => rows
	};
}

/** Guards `keepsGroup`: a file from before would put a child back in the group that school said was wrong. */
test('a group that was corrected stays; what was said in another school year is over, and so is a group that is gone', () => {
	const here = school();
	const other = { key: 'g5b', name: 'Groep 5b', year: '5' };
	const lena = (group: string) => ({ key: '1', given: 'Lena', surname: 'Kok', born: '2017-03-14', group });
	const file = (group: string, groups = [group5, other]): SchoolFile => ({ groups, pupils: [lena(group)], staff: [] });
	here.take(file('g5b'));
	const pupil = idOf(here, 'Lena');
	const asked = { id: 'check' as never, pupil, person: pupil, item: 'group' as const, was: 'Groep 5', on: today };
	const look = (group: string, on: Day = today, groups = [group5, other]) =>
		plan(rosterOf(file(group, groups)), here.rows(), { ...surroundings, corrections: [{ ...asked, on }] });
	const old = look('g5');
	expect(old.differences).toMatchObject([{ what: 'group', here: 'Groep 5b', file: 'Groep 5' }]);
	expect(old.writes.enrolments).toEqual([]);
	expect(look('g5', '2026-06-01' as Day)).toMatchObject({ differences: [] });
	expect(look('g5', today, [group5])).toMatchObject({ differences: [] });
	here.take(file('g5'));
	expect(look('g5').warnings.map(({ warning }) => warning)).toContain('correction-missing');
	expect(look('g5b').differences).toEqual([]);
	expect(look('g5b').warnings.map(({ warning }) => warning)).not.toContain('correction-missing');
});

const idOf = (here: ReturnType<typeof school>, name: string) =>
	here.rows().persons.find(({ given_name }) => given_name === name)!.id;
const plus = { key: 'g6', name: 'Groep 6', year: '6' };
const group5 = { key: 'g5', name: 'Groep 5', year: '5' };
const noor = { key: '1', given: 'Noor', surname: 'Benali', born: '2017-03-14', group: 'g5' };
const sem = { key: '2', given: 'Sem', surname: 'Benali', born: '2020-05-02', group: 'g5' };
const anke = { key: 'a', given: 'Anke', surname: 'Visser', groups: ['g5'] };
const file: SchoolFile = { groups: [group5], pupils: [noor, sem], staff: [anke] };
const samira = {
	volgnummer: 1,
	roepnaam: 'Samira',
	achternaam: 'Idrissi',
	email: 'samira@example.org',
	huishouden: 'A'
};
const youssef = { volgnummer: 2, roepnaam: 'Youssef', achternaam: 'Benali', huishouden: 'B' };
const list: GuardianLine[] = ['1', '2'].flatMap((leerling_key) => [
	{ ...samira, leerling_key },
	{ ...youssef, leerling_key }
]);

test('siblings share the homes of the parents they share; parents apart have each their own', () => {
	const here = school();
	const planned = here.take(file, list);
	expect(count(planned.pupils)).toEqual({ add: 2, change: 0, end: 0 });
	expect(planned.guardians.add).toEqual(['Samira Idrissi', 'Youssef Benali', 'Youssef Benali']);
	const homes = here.rows().guardianships.map(({ position, household_id }) => `${position} ${household_id}`);
	expect(new Set(homes).size).toBe(3);
});

test('without e-mail a guardian is the same by pupil, number and surname', () => {
	const here = school();
	here.take(file, list);
	const fresh = list.map((line) =>
		line.volgnummer === 2 ? { ...line, roepnaam: 'Joessef', email: 'y@example.org' } : line
	);
	expect(count(here.take(undefined, fresh.slice(0, 2)).guardians)).toEqual({ add: 0, change: 1, end: 0 });
});

test('another e-mail address is another person, and who was there leaves', () => {
	const here = school();
	here.take(file, list.slice(0, 1));
	const other = here.take(undefined, [{ ...list[0]!, email: 'other@example.org' }]);
	expect(count(other.guardians)).toEqual({ add: 1, change: 0, end: 1 });
	expect(other.signIns.dismiss).toHaveLength(1);
});

test('who is gone from the file leaves, with their guardians; who comes back is who they were', () => {
	const here = school();
	here.take(file, list);
	const gone = here.take({ ...file, pupils: [noor] });
	expect([gone.pupils.end, gone.guardians.end]).toEqual([['Sem Benali'], ['Youssef Benali']]);
	expect(gone.guardians.change.map(({ name }) => name)).toEqual(['Samira Idrissi']);
	expect(here.rows().enrolments).toHaveLength(1);
	expect(here.take(file).pupils.change).toEqual([{ name: 'Sem Benali', fields: ['returned', 'group'] }]);
});

test('a rejected row sends nobody away', () => {
	const here = school();
	here.take(file, list);
	const wrong = here.take({ ...file, pupils: [noor, { ...sem, key: '' }], staff: [{ ...anke, key: '' }] });
	expect(wrong.rejected.map(({ reason }) => reason)).toEqual(['missing-key', 'missing-key']);
	expect([wrong.pupils.end, wrong.staff.end]).toEqual([[], []]);
	const badMail = list.map((line) =>
		line.leerling_key === '2' && line.volgnummer === 1 ? { ...line, email: 'x' } : line
	);
	expect(here.take(undefined, badMail).guardians.end).toEqual([]);
});

test('a guardian of an unknown pupil is rejected, and so is one mailbox for two', () => {
	const rows: GuardianLine[] = [
		{ ...samira, leerling_key: '9' },
		{ ...samira, leerling_key: '1' },
		{ ...youssef, leerling_key: '1', email: samira.email }
	];
	const { rejected } = school().take(file, rows);
	expect(rejected.map(({ reason, line }) => [reason, line])).toEqual([
		['same-email', 4],
		['unknown-pupil', 2]
	]);
});

test('a pupil with a dummy key is known again by name and day of birth', () => {
	const here = school();
	here.take(file);
	const dummy = here.take({ ...file, pupils: [{ ...noor, key: '#1' }, sem] });
	expect(count(dummy.pupils)).toEqual({ add: 0, change: 0, end: 0 });
	expect(here.rows().persons.find(({ given_name }) => given_name === 'Noor')?.key).toBe('1');
});

test('a new school year brings new groups, ends the old and moves every pupil', () => {
	const here = school();
	here.take({ ...file, schoolYear: '2025-2026' });
	const next = here.take(file);
	expect([count(next.groups), count(next.pupils)]).toEqual([
		{ add: 1, change: 0, end: 1 },
		{ add: 0, change: 2, end: 0 }
	]);
	expect(here.rows().enrolments).toHaveLength(2);
});

test('a group with a dummy key is known again by its name', () => {
	const here = school();
	here.take({ ...file, groups: [{ ...group5, key: '#1' }], pupils: [{ ...noor, group: '#1' }], staff: [] });
	const again = here.take({
		...file,
		groups: [
			{ key: '#1', name: 'Groep 6', year: '6' },
			{ ...group5, key: '#2' }
		],
		pupils: [{ ...noor, group: '#2' }],
		staff: []
	});
	expect([again.groups, again.pupils]).toEqual([{ add: ['Groep 6'], change: [], end: [] }, noSteps()]);
});

test('next year can be prepared in July: twice is once, and this year goes on until its end', () => {
	const july = { ...surroundings, today: '2026-07-03' as Day };
	const thisYear = { ...file, schoolYear: '2025-2026', pupils: [noor, sem] };
	const yara = { key: '3', given: 'Yara', surname: 'Postma', born: '2022-06-01', group: 'g5' };
	const nextYear = { ...file, pupils: [noor, yara], staff: [anke, { ...anke, key: 'b', given: 'Bram' }] };
	const here = school(july);
	here.take(thisYear, list);
	const moved = here.take(nextYear);
	expect([moved.pupils.add, moved.pupils.end, moved.pupils.change.length]).toEqual([
		['Yara Postma'],
		['Sem Benali'],
		1
	]);
	for (const again of [nextYear, thisYear, nextYear]) expect(Object.values(here.take(again).writes).flat()).toEqual([]);
	const noors = here.rows().enrolments.filter(({ pupil_id }) => pupil_id === idOf(here, 'Noor'));
	expect(noors.map(({ starts_on, ends_on }) => [starts_on, ends_on])).toEqual([
		['2026-07-03', '2026-08-01'],
		['2026-08-01', null]
	]);
	const swapped = here.take({
		...thisYear,
		groups: [...thisYear.groups, plus],
		pupils: [{ ...noor, group: 'g6' }, sem]
	});
	expect(swapped.writes.enrolments.map(({ starts_on, ends_on }) => [starts_on, ends_on])).toContainEqual([
		'2026-07-03',
		'2026-08-01'
	]);
});

test('authority that was checked at school stays, and the preview says so', () => {
	const here = school();
	here.take(file, list);
	const tie = here.rows().guardianships[0]!;
	Object.assign(tie, { authority: 'no', authority_checked_on: '2026-09-01' });
	const planned = here.take(undefined, list);
	expect(planned.warnings.map(({ warning }) => warning)).toContain('authority-kept');
	expect(here.rows().guardianships.find(({ id }) => id === tie.id)?.authority).toBe('no');
});

test('a role gives nothing but a proposal, and what was turned down does not come back', () => {
	const here = school();
	here.take(file);
	const carla = { key: 'c', given: 'Carla', surname: 'Smit', roles: ['IB'] };
	here.take({ ...file, staff: [anke, carla] });
	const member = () => here.rows().staff.find(({ roles }) => roles.includes('IB'))!;
	expect(member()).toMatchObject({ tasks: [], proposed_tasks: ['support'] });
	member().proposed_tasks = [];
	expect(count(here.take({ ...file, staff: [anke, carla] }).staff)).toEqual({ add: 0, change: 0, end: 0 });
});

test('a parent or trainee in the list of a group gets no circle by it', () => {
	const planned = school().take({ ...file, staff: [{ ...anke, roles: ['OUD'] }] });
	expect(planned.writes.teachings).toEqual([]);
	expect(planned.warnings.map(({ warning }) => warning)).toContain('no-teaching');
});

const families = uniqueArray(
	record({
		key: integer({ min: 1, max: 60 }).map(String),
		given: constantFrom('Noor', 'Sem', 'Adam', 'Yara', 'Mees'),
		surname: constantFrom('Benali', 'de Boer', 'Postma'),
		home: constantFrom('', 'A', 'B'),
		email: constantFrom('', 'one@example.org', 'two@example.org', 'three@example.org')
	}),
	{ selector: ({ key }) => key, minLength: 1, maxLength: 25 }
);

test('twice is once, and the order of a file makes no difference', () => {
	assert(
		property(
			families.chain((all) => shuffledSubarray(all, { minLength: all.length }).map((shuffled) => ({ all, shuffled }))),
			({ all, shuffled }) => {
				const pupilsIn = (some: typeof all) => some.map((child) => ({ ...child, born: '2017-01-01', group: 'g5' }));
				const guardiansIn = (some: typeof all) =>
					some.flatMap(({ key, surname, home, email }): GuardianLine[] => [
						{ leerling_key: key, volgnummer: 1, achternaam: surname, huishouden: home, email },
						{ leerling_key: key, volgnummer: 2, achternaam: surname, huishouden: 'C' }
					]);
				const [here, there] = [school(), school()];
				here.take({ ...file, pupils: pupilsIn(all) }, guardiansIn(all));
				const again = here.take({ ...file, pupils: pupilsIn(shuffled) }, guardiansIn(shuffled).reverse());
				expect(Object.values(again.writes).flat()).toEqual([]);
				there.take({ ...file, pupils: pupilsIn(shuffled) }, guardiansIn(shuffled).reverse());
				expect(shapeOf(there.rows())).toEqual(shapeOf(here.rows()));
			}
		),
		{ numRuns: 60 }
	);
});

/** The school without its ids: who lives in which home with whom. */
function shapeOf({ persons, guardianships }: SchoolRows) {
	const name = new Map(persons.map(({ id, key, surname, email }) => [id, `${key ?? ''} ${surname} ${email ?? ''}`]));
	const homes = new Map<string, string[]>();
	for (const { household_id, pupil_id, guardian_id, position } of guardianships) {
		const line = `${name.get(pupil_id)} ${position} ${name.get(guardian_id)}`;
		homes.set(household_id, [...(homes.get(household_id) ?? []), line].sort());
	}
	return [...homes.values()].map((lines) => lines.join(', ')).sort();
}
