import type { Authority } from '#modules/people/circle.ts';
import type { Relation } from '#modules/people/guardian.ts';
import { columns, type Column } from './guardian-columns.ts';
import { csvHead, walkRows } from './csv.input.ts';
import {
	emptyRoster,
	isDummy,
	mostRejected,
	unreadable,
	type Reading,
	type RejectReason,
	type Roster,
	type RosterGuardian,
	type RosterPlace as Place
} from './roster.ts';

export type GuardianCells = Record<Column, string>;

const relationOf: Record<string, Relation> = {
	vader: 'father',
	moeder: 'mother',
	ouder: 'parent',
	stiefouder: 'step-parent',
	pleegouder: 'foster-parent',
	voogd: 'guardian',
	verzorger: 'carer',
	anders: 'other'
};
const authorityOf: Record<string, Authority> = { ja: 'yes', nee: 'no', onbekend: 'unknown', voogdij: 'guardianship' };
const email = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;

/** A list of guardians (CSV) as a roster. Rows that can't be right are rejected one by one; the rest stands. */
export function readGuardians(file: string, text: string): Reading<Roster> {
	const head = csvHead(text);
	const titles = head.titles.map((title) => title.toLowerCase());
	const missing = columns.filter((column) => !titles.includes(column));
	if (missing.length === columns.length) return unreadable('unknown-format', file, 1);
	if (missing.length) return unreadable('missing-columns', file, 1, missing.join(', '));
	const roster: Roster = { ...emptyRoster(false), formats: ['CSV'] };
	const seen = new Set<string>();
	const walked = walkRows(file, text, head, roster.rejected, (cells, line) =>
		takeRow(roster, { file, line }, cells, titles, seen)
	);
	return walked.ok ? { ok: true, value: roster } : walked;
}

/** The same from rows that were understood already. */
export function rosterOfRows(file: string, rows: readonly { line: number; row: GuardianCells }[]): Reading<Roster> {
	const roster: Roster = { ...emptyRoster(false), formats: ['CSV'] };
	const seen = new Set<string>();
	for (const { line, row } of rows) {
		takeCells(roster, { file, line }, row, seen);
		if (roster.rejected.length > mostRejected) return unreadable('too-many-rejected', file, line);
	}
	return { ok: true, value: roster };
}

function takeRow(roster: Roster, where: Place, cells: string[], titles: string[], seen: Set<string>) {
	const row = Object.fromEntries(columns.map((name) => [name, cellOf(cells, titles, name)])) as GuardianCells;
	if (cells.length === titles.length) return takeCells(roster, where, row, seen);
	reject(roster, where, row, 'wrong-width', String(cells.length));
}

function takeCells(roster: Roster, where: Place, row: GuardianCells, seen: Set<string>) {
	const key = row.leerling_key;
	const number = Number(row.volgnummer);
	const fault = (reason: RejectReason, about = '') => reject(roster, where, row, reason, about);
	if (!key) return fault('missing-key');
	if (isDummy(key)) return fault('dummy-key');
	if (!Number.isSafeInteger(number) || number < 1 || number > 99) return fault('wrong-number', row.volgnummer);
	const double = seen.has(`${key} ${number}`);
	seen.add(`${key} ${number}`);
	if (double) return fault('duplicate-key');
	const wrong = wrongIn(row);
	if (wrong) return fault(...wrong);
	roster.guardians.push(guardianIn(row, where, key, number));
}

function reject(roster: Roster, where: Place, row: GuardianCells, reason: RejectReason, about = '') {
	roster.rejected.push({ ...where, noun: 'guardian', key: row.leerling_key, reason, about, spares: row.volgnummer });
}

function wrongIn(row: GuardianCells): [RejectReason, string?] | undefined {
	if (!(row.relatie.toLowerCase() in relationOf)) return ['wrong-relation', row.relatie];
	if (row.gezag && !(row.gezag.toLowerCase() in authorityOf)) return ['wrong-authority', row.gezag];
	for (const column of ['informatie_toegestaan', 'tolk'] as const) {
		if (!/^(ja|nee|)$/i.test(row[column])) return ['wrong-yes-no', column];
	}
	if (!row.achternaam) return ['missing-name'];
	if (row.email && !email.test(row.email)) return ['wrong-email'];
	return undefined;
}

function guardianIn(row: GuardianCells, where: Place, pupil: string, number: number): RosterGuardian {
	const authority = authorityOf[row.gezag.toLowerCase()] ?? 'unknown';
	return {
		...where,
		key: null,
		pupil,
		number,
		relation: relationOf[row.relatie.toLowerCase()]!,
		authority,
		informed: row.informatie_toegestaan ? row.informatie_toegestaan.toLowerCase() === 'ja' : true,
		initials: row.voorletters || null,
		givenName: row.roepnaam || row.voorletters,
		prefix: row.voorvoegsel || null,
		surname: row.achternaam,
		email: row.email.toLowerCase() || null,
		mobile: row.mobiel || null,
		home: row.huishouden,
		language: row.taal.toLowerCase() || null,
		interpreter: row.tolk.toLowerCase() === 'ja'
	};
}

function cellOf(cells: string[], titles: string[], column: Column) {
	return cells[titles.indexOf(column)] ?? '';
}
