import {
	isGuardian,
	isStaff,
	reject,
	takeGuardians,
	takePupil,
	takeStaff,
	usersWith,
	yearIn
} from './oneroster-people.input.ts';
import {
	dayIn,
	idsIn,
	readTable,
	type OneRosterName,
	type OneRosterRow,
	type OneRosterTable
} from './oneroster-table.input.ts';
import { emptyRoster, unreadable, type Reading, type Roster } from './roster.ts';

export type OneRosterFile = { name: OneRosterName; file: string; text: string };
type Tables = Partial<Record<OneRosterName, OneRosterTable>>;

/** Without these nobody can say who is in which group. */
const needed = ['users', 'classes', 'enrollments'] as const;

/** A set of OneRoster lists, 1.1 or 1.2, as a roster. Whatever their names, by their columns (standards §2). */
export function readOneRoster(files: readonly OneRosterFile[]): Reading<Roster> {
	const roster = emptyRoster(true);
	const tables: Tables = {};
	for (const { name, file, text } of files) {
		if (tables[name]) return unreadable('same-kind-twice', file);
		const table = readTable(name, file, text, roster.rejected);
		if (!table.ok) return table;
		tables[name] = table.value;
	}
	const missing = needed.filter((name) => !tables[name]);
	if (missing.length)
		return unreadable('missing-lists', files[0]!.file, null, missing.map((name) => `${name}.csv`).join(', '));
	const told = new Map(
		rowsOf(tables, 'manifest').map(({ fields }) => [fields.propertyname!.toLowerCase(), fields.value!])
	);
	if (needed.some((name) => told.get(`file.${name}`)?.toLowerCase() === 'delta')) {
		return unreadable('only-changes', tables.manifest!.file);
	}
	roster.formats.push(`OneRoster ${told.get('oneroster.version') || (tables.roles ? '1.2' : '1.1')}`);
	const classes = takeClasses(roster, tables);
	if (!classes) return unreadable('two-schools', tables.classes!.file);
	takePeople(roster, tables, classes);
	return { ok: true, value: roster };
}

/** The classes of one school and one school year. Undefined: they are of more than one school. */
function takeClasses(roster: Roster, tables: Tables): Map<string, OneRosterRow> | undefined {
	const sessions = new Map(rowsOf(tables, 'academicsessions').map((row) => [row.id, row]));
	const all = rowsOf(tables, 'classes').filter(({ isGone }) => !isGone);
	const schools = new Set(all.map(({ fields }) => fields.schoolsourcedid).filter(Boolean));
	if (schools.size > 1) return undefined;
	const school = rowsOf(tables, 'orgs').find(({ id }) => schools.has(id));
	roster.brin = /^\d{2}[A-Z]{2}(?=\d{2}$|$)/.exec(school?.fields.identifier?.toUpperCase() ?? '')?.[0] ?? null;
	const years = new Map(all.map((row) => [row.id, yearOf(row, sessions)]));
	roster.schoolYear =
		[...years.values()]
			.filter((year) => year !== undefined)
			.sort()
			.at(-1) ?? null;
	if (!roster.schoolYear) roster.warnings.push({ warning: 'unclear-school-year', about: {} });
	const classes = all.filter(({ id }) => (years.get(id) ?? roster.schoolYear) === roster.schoolYear);
	for (const row of classes) {
		if (!row.fields.title) reject(roster, row, 'group', 'missing-name');
		else
			roster.groups.push({
				file: row.file,
				line: row.line,
				key: row.id,
				name: row.fields.title,
				yearGroup: yearIn(row.fields.grades)
			});
	}
	return new Map(all.map((row) => [row.id, row]));
}

/** The school year of a class: that of its term, or of what the term is a part of. */
function yearOf({ fields }: OneRosterRow, sessions: ReadonlyMap<string, OneRosterRow>) {
	for (const term of idsIn(fields.termsourcedids)) {
		let session = sessions.get(term);
		for (let up = 0; session && session.fields.type?.toLowerCase() !== 'schoolyear' && up < 5; up++) {
			session = sessions.get(session.fields.parentsourcedid ?? '') ?? session;
		}
		const last = Number(/^\d{4}$/.exec(session?.fields.schoolyear ?? '')?.[0]);
		if (last) return yearUntil(last);
		const begin = dayIn(session?.fields.startdate);
		if (begin) return yearUntil(Number(begin.slice(0, 4)) + (begin.slice(5) < '06-01' ? 0 : 1));
	}
	return undefined;
}

function yearUntil(last: number) {
	return `${last - 1}-${last}`;
}

function takePeople(roster: Roster, tables: Tables, classes: ReadonlyMap<string, OneRosterRow>) {
	const users = usersWith(rowsOf(tables, 'users'), rowsOf(tables, 'roles'));
	const births = new Map(rowsOf(tables, 'demographics').map((row) => [row.id, row]));
	const groups = new Map(roster.groups.map((group) => [group.key, group]));
	const enrolments = rowsOf(tables, 'enrollments').filter((row) => {
		if (row.isGone) return false;
		const { classsourcedid, usersourcedid } = row.fields;
		if (!users.has(usersourcedid!)) reject(roster, row, 'enrolment', 'unknown-person', usersourcedid);
		else if (!classes.has(classsourcedid!)) reject(roster, row, 'enrolment', 'unknown-group', classsourcedid);
		return users.has(usersourcedid!) && groups.has(classsourcedid!);
	});
	const learning = Map.groupBy(enrolments.filter(has('student')), ({ fields }) => fields.usersourcedid!);
	const teaching = Map.groupBy(enrolments.filter(has('teacher')), ({ fields }) => fields.usersourcedid!);
	let unclear = 0;
	let others = 0;
	for (const [id, user] of users) {
		if (user.row.isGone) continue;
		const taught = (teaching.get(id) ?? []).map(({ fields }) => fields.classsourcedid!);
		if (user.roles.includes('student')) {
			const own = (learning.get(id) ?? []).sort(byWeight(classes));
			if (own.length > 1 && !isHomeroom(classes, own[0]!)) unclear++;
			takePupil(roster, user, births.get(id), groups.get(own[0]?.fields.classsourcedid ?? ''));
		} else if (isStaff(user, taught.length > 0)) takeStaff(roster, user, [...new Set(taught)]);
		else if (!isGuardian(user)) others++;
	}
	if (unclear) roster.warnings.push({ warning: 'unclear-own-group', about: { count: String(unclear) } });
	if (others) roster.warnings.push({ warning: 'other-roles', about: { count: String(others) } });
	takeGuardians(roster, users, new Set(roster.pupils.map(({ key }) => key)));
	if (roster.guardians.length) roster.warnings.push({ warning: 'unknown-authority', about: {} });
}

function has(role: string) {
	return ({ fields }: OneRosterRow) => fields.role?.toLowerCase() === role;
}

/** Of several classes a pupil's own is: the homeroom, one that goes on, the primary one, then always the same. */
function byWeight(classes: ReadonlyMap<string, OneRosterRow>) {
	const weight = (row: OneRosterRow) =>
		(isHomeroom(classes, row) ? 0 : 4) +
		(row.fields.enddate ? 2 : 0) +
		(row.fields.primary?.toLowerCase() === 'true' ? 0 : 1);
	return (a: OneRosterRow, b: OneRosterRow) => {
		const [one, other] = [a.fields.classsourcedid!, b.fields.classsourcedid!];
		return weight(a) - weight(b) || (one < other ? -1 : Number(one > other));
	};
}

function isHomeroom(classes: ReadonlyMap<string, OneRosterRow>, { fields }: OneRosterRow) {
	return classes.get(fields.classsourcedid!)?.fields.classtype?.toLowerCase() === 'homeroom';
}

function rowsOf(tables: Tables, name: OneRosterName) {
	return tables[name]?.rows ?? [];
}
