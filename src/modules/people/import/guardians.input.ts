import type { Authority } from '#modules/people/circle.ts';
import type { Relation } from '#modules/people/guardian.ts';
import { csvHead, walkRows } from './csv.input.ts';
import {
	emptyRoster,
	isDummy,
	unreadable,
	type Reading,
	type RejectReason,
	type Roster,
	type RosterGuardian
} from './roster.ts';

export const columns = [
	'leerling_key',
	'volgnummer',
	'relatie',
	'gezag',
	'informatie_toegestaan',
	'voorletters',
	'roepnaam',
	'voorvoegsel',
	'achternaam',
	'email',
	'mobiel',
	'huishouden',
	'taal',
	'tolk'
] as const;
type Column = (typeof columns)[number];
type Row = Record<Column, string>;

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

function takeRow(
	roster: Roster,
	where: { file: string; line: number },
	cells: string[],
	titles: string[],
	seen: Set<string>
) {
	const row = Object.fromEntries(columns.map((name) => [name, cellOf(cells, titles, name)])) as Row;
	const key = row.leerling_key;
	const number = Number(row.volgnummer);
	const reject = (reason: RejectReason, about = '') =>
		roster.rejected.push({ ...where, noun: 'guardian', key, reason, about, spares: row.volgnummer });
	if (cells.length !== titles.length) return reject('wrong-width', String(cells.length));
	if (!key) return reject('missing-key');
	if (isDummy(key)) return reject('dummy-key');
	if (!Number.isSafeInteger(number) || number < 1 || number > 99) return reject('wrong-number', row.volgnummer);
	const double = seen.has(`${key} ${number}`);
	seen.add(`${key} ${number}`);
	if (double) return reject('duplicate-key');
	const wrong = wrongIn(row);
	if (wrong) return reject(...wrong);
	roster.guardians.push(guardianIn(row, where, key, number));
}

function wrongIn(row: Row): [RejectReason, string?] | undefined {
	if (!(row.relatie.toLowerCase() in relationOf)) return ['wrong-relation', row.relatie];
	if (row.gezag && !(row.gezag.toLowerCase() in authorityOf)) return ['wrong-authority', row.gezag];
	for (const column of ['informatie_toegestaan', 'tolk'] as const) {
		if (!/^(ja|nee|)$/i.test(row[column])) return ['wrong-yes-no', column];
	}
	if (!row.achternaam) return ['missing-name'];
	if (row.email && !email.test(row.email)) return ['wrong-email'];
	return undefined;
}

function guardianIn(row: Row, where: { file: string; line: number }, pupil: string, number: number): RosterGuardian {
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
