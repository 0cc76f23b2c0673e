import { asDay, type Day } from '#platform/time.ts';
import { csvHead, walkRows } from './csv.input.ts';
import { unreadable, type Reading, type RejectedRow } from './roster.ts';

/**
 * What is read of a OneRoster set, by file and column. What is not in the list passes by unread: passwords, national
 * identifiers, ethnicity, country of birth (standards §2, handbook §16).
 */
const wanted = {
	manifest: ['propertyname', 'value'],
	orgs: ['name', 'type', 'identifier'],
	academicsessions: ['type', 'startdate', 'enddate', 'parentsourcedid', 'schoolyear'],
	classes: ['title', 'grades', 'classtype', 'schoolsourcedid', 'termsourcedids'],
	users: [
		'role',
		'givenname',
		'preferredgivenname',
		'familyname',
		'email',
		'sms',
		'phone',
		'agentsourcedids',
		'grades'
	],
	roles: ['usersourcedid', 'role'],
	enrollments: ['classsourcedid', 'usersourcedid', 'role', 'primary', 'enddate'],
	demographics: ['birthdate']
} as const satisfies Record<string, readonly string[]>;

export type OneRosterName = keyof typeof wanted;
export type OneRosterRow = {
	file: string;
	line: number;
	id: string;
	isGone: boolean;
	fields: Readonly<Record<string, string>>;
};
export type OneRosterTable = { name: OneRosterName; file: string; rows: OneRosterRow[] };

/** Which file it is, its columns say; a name can be anything. The first that fits. */
const signs: [OneRosterName, readonly string[]][] = [
	['manifest', ['propertyname', 'value']],
	['enrollments', ['classsourcedid', 'usersourcedid', 'role']],
	['roles', ['usersourcedid', 'role', 'roletype']],
	['demographics', ['sourcedid', 'birthdate']],
	['classes', ['sourcedid', 'title', 'schoolsourcedid', 'termsourcedids']],
	['academicsessions', ['sourcedid', 'title', 'startdate', 'enddate', 'type']],
	['users', ['sourcedid', 'givenname', 'familyname']],
	['orgs', ['sourcedid', 'name', 'type']]
];

/** Slips and older names that are in real files. */
const meant: Record<string, string> = {
	grade: 'grades',
	agents: 'agentsourcedids',
	agentsourcedid: 'agentsourcedids',
	termsourcedid: 'termsourcedids',
	prefferedgivenname: 'preferredgivenname',
	preferedgivenname: 'preferredgivenname'
};

/** Is this a list of OneRoster? `other`: one of the standard that we do not need. */
export function oneRosterName(text: string): OneRosterName | 'other' | undefined {
	const titles = namesIn(text);
	const found = signs.find(([, columns]) => columns.every((column) => titles.includes(column)));
	if (found) return found[0];
	return titles.includes('sourcedid') ? 'other' : undefined;
}

export function readTable(
	name: OneRosterName,
	file: string,
	text: string,
	rejected: RejectedRow[]
): Reading<OneRosterTable> {
	const head = csvHead(text);
	const titles = namesIn(text);
	const missing = signs.find(([sign]) => sign === name)![1].filter((column) => !titles.includes(column));
	if (missing.length) return unreadable('missing-columns', file, 1, missing.join(', '));
	const columns = wanted[name].map((column) => [column, titles.indexOf(column)] as const);
	const width = titles.findLastIndex(Boolean) + 1;
	const status = titles.indexOf('status');
	const rows: OneRosterRow[] = [];
	const seen = new Set<string>();
	const walked = walkRows(file, text, head, rejected, (cells, line) => {
		const id = (cells[titles.indexOf('sourcedid')] ?? '').trim();
		const reject = (reason: RejectedRow['reason'], about = '') =>
			rejected.push({ file, line, noun: nounOf[name] ?? 'group', key: id, reason, about });
		if (cells.length < width || cells.slice(width).some(Boolean)) return reject('wrong-width', String(cells.length));
		if (!id && name !== 'manifest') return reject('missing-key');
		if (seen.has(id) && name !== 'manifest') return reject('duplicate-key');
		seen.add(id);
		const fields = Object.fromEntries(columns.map(([column, at]) => [column, cells[at] ?? '']));
		rows.push({ file, line, id, isGone: /^(tobedeleted|inactive)$/i.test(cells[status] ?? ''), fields });
	});
	return walked.ok ? { ok: true, value: { name, file, rows } } : walked;
}

const nounOf: Partial<Record<OneRosterName, RejectedRow['noun']>> = {
	users: 'person',
	roles: 'person',
	demographics: 'person',
	enrollments: 'enrolment'
};

function namesIn(text: string) {
	const titles = csvHead(text).titles.map((title) => title.toLowerCase().replace(/[^a-z0-9]/g, ''));
	return titles.map((title) => meant[title] ?? title);
}

/** Ids in one cell, with comma or semicolon between them. */
export function idsIn(cell: string | undefined) {
	return (cell ?? '')
		.split(/[,;]/)
		.map((id) => id.trim())
		.filter(Boolean);
}

/** 2013-04-02, with or without a time; or, as real files have it, the day first: 02/04/2013. False: no such day. */
export function dayIn(cell: string | undefined): Day | null | false {
	const text = cell?.trim();
	if (!text) return null;
	const [, day] = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text) ?? [];
	if (day) return asDay(day) ?? false;
	const [, d, m, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
	return (year && asDay(`${year}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`)) || false;
}
