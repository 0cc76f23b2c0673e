import { asDay, type Day } from '#platform/time.ts';
import { readElements, type EdexElement, type EdexFormat } from './element.input.ts';
import {
	emptyRoster,
	mostRejected,
	signOf,
	unreadable,
	type RosterGroup,
	type RosterName,
	type RosterNoun,
	type Reading,
	type RejectedRow,
	type RejectReason,
	type Roster
} from './roster.ts';

/** The versions in the manual's history (standards §1). */
const versions = ['1.0', '1.0.3', '1.01', '1.02', '1.03', '2.0', '2.1'];
/** The schema of 2.1 lists school years up to this one; files of later years are good all the same. */
const lastListedYear = 2024;

/** The year group of a combination group: it says nothing of a pupil in it (manual EDEXML 2.1). */
const combination = 'C';
type Groups = ReadonlyMap<string, RosterGroup>;

/** An EDEXML or UWLR file as a roster. Rows that can't be right are rejected one by one; the rest stands. */
export function readEdexml(file: string, text: string): Reading<Roster> {
	const roster = emptyRoster(true);
	const later: EdexElement[] = [];
	let school: EdexElement['fields'] = {};
	const seen = new Set<string>();
	const read = readElements(file, text, (element) => {
		if (element.kind === 'school') school = element.fields;
		else if (element.kind === 'group' || element.kind === 'combined') takeGroup(roster, file, element, seen);
		else later.push(element);
	});
	if (!read.ok) return read;
	nameFormat(roster, read.value, school);
	const groups = new Map(roster.groups.map((group) => [group.key, group]));
	for (const element of later) {
		if (element.kind === 'pupil') takePupil(roster, file, element, groups, seen);
		else takeStaff(roster, file, element, groups, seen);
		if (roster.rejected.length > mostRejected) return unreadable('too-many-rejected', file, element.line);
	}
	return { ok: true, value: roster };
}

function nameFormat(roster: Roster, format: EdexFormat, fields: EdexElement['fields']) {
	const version = fields.xsdversie;
	roster.formats.push([format, version].filter(Boolean).join(' '));
	if (format === 'EDEXML' && version && !versions.includes(version)) {
		roster.warnings.push({ warning: 'unknown-version', about: { version } });
	}
	roster.brin = fields.brincode?.toUpperCase() || null;
	const [, from, to] = /^(\d{4})\s*[-/]\s*(\d{4})$/.exec(fields.schooljaar ?? '') ?? [];
	if (!from || Number(to) !== Number(from) + 1) {
		roster.warnings.push({ warning: 'unclear-school-year', about: { year: fields.schooljaar ?? '' } });
		return;
	}
	roster.schoolYear = `${from}-${to}`;
	if (Number(from) > lastListedYear) {
		roster.warnings.push({ warning: 'unknown-school-year', about: { year: roster.schoolYear } });
	}
}

function takeGroup(roster: Roster, file: string, { line, key, fields }: EdexElement, seen: Set<string>) {
	const reject = rejecting(roster, file, line, 'group', key);
	if (!key) return reject('missing-key');
	if (isDouble(seen, 'group', key)) return reject('duplicate-key');
	if (!fields.naam) return reject('missing-name');
	roster.groups.push({ file, line, key, name: fields.naam, yearGroup: fields.jaargroep || null });
}

function takePupil(roster: Roster, file: string, element: EdexElement, groups: Groups, seen: Set<string>) {
	const { line, key, fields } = element;
	const name = nameIn(fields);
	const birthDate = dayIn(fields.geboortedatum);
	const spares = name && signOf({ ...name, birthDate: birthDate || null });
	const reject = rejecting(roster, file, line, 'pupil', key, spares);
	if (!key) return reject('missing-key');
	if (isDouble(seen, 'pupil', key)) return reject('duplicate-key');
	if (!name) return reject('missing-name');
	if (birthDate === false) return reject('impossible-date', fields.geboortedatum);
	const leftOn = dayIn(fields.uitstroomdatum);
	if (leftOn === false) return reject('impossible-date', fields.uitstroomdatum);
	const unknown = element.groups.find((group) => !groups.has(group.key));
	if (unknown) return reject('unknown-group', unknown.key);
	const group = element.groups.find(({ combined }) => !combined) ?? element.groups[0];
	roster.pupils.push({
		file,
		line,
		key,
		...name,
		birthDate,
		yearGroup: fields.jaargroep || ownYear(group && groups.get(group.key)),
		group: group?.key ?? null,
		leftOn
	});
}

/** The year of a pupil outranks that of the group; only a pupil without one has the group's. */
function ownYear(group: RosterGroup | undefined) {
	return group?.yearGroup === combination ? null : (group?.yearGroup ?? null);
}

function takeStaff(roster: Roster, file: string, element: EdexElement, groups: Groups, seen: Set<string>) {
	const { line, key, fields, roles } = element;
	const name = nameIn(fields);
	const reject = rejecting(roster, file, line, 'staff', key, name && signOf({ ...name, birthDate: null }));
	if (!key) return reject('missing-key');
	if (isDouble(seen, 'staff', key)) return reject('duplicate-key');
	if (!name) return reject('missing-name');
	const unknown = element.groups.find((group) => !groups.has(group.key));
	if (unknown) return reject('unknown-group', unknown.key);
	roster.staff.push({
		file,
		line,
		key,
		...name,
		roles,
		groups: element.groups.map((group) => ({ key: group.key, roles: group.roles }))
	});
}

function rejecting(roster: Roster, file: string, line: number, noun: RosterNoun, key: string, spares?: string) {
	return (reason: RejectReason, about = '') => {
		const rejected: RejectedRow = { file, line, noun, key, reason, about };
		roster.rejected.push(spares ? { ...rejected, spares } : rejected);
	};
}

function isDouble(seen: Set<string>, noun: RosterNoun, key: string) {
	const before = seen.size;
	return seen.add(`${noun} ${key}`).size === before;
}

/** A call name alone is enough; so is a surname. */
function nameIn(fields: Record<string, string>): RosterName | undefined {
	const { achternaam: surname = '', roepnaam, voornamen, voorvoegsel, emailadres } = fields;
	const initials = fields['voorletters-1'];
	if (!surname && !roepnaam) return undefined;
	return {
		initials: initials || null,
		givenName: roepnaam || voornamen?.split(' ')[0] || initials || '',
		prefix: voorvoegsel || null,
		surname,
		email: emailadres?.toLowerCase() || null
	};
}

/** Null: the file doesn't say. False: it says a day that doesn't exist. */
function dayIn(text: string | undefined): Day | null | false {
	if (!text) return null;
	const [, day] = /^(\d{4}-\d{2}-\d{2})(T.*|Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
	return asDay(day) ?? false;
}
