import { csvHead, walkRows } from './csv.input.ts';
import { columns } from './guardian-columns.ts';
import type { ForeignList } from './mapping.ts';
import { oneRosterName } from './oneroster-table.input.ts';
import { unreadable, type Reading } from './roster.ts';

/** Fewer columns are no list of people. */
const fewestColumns = 3;
const mostColumns = 60;
const mostRows = 50_000;

/** What a school may not pass on, by how a column is called (handbook §16, standards §1). Never kept, not for a moment. */
const secret =
	/bsn|burgerservice|sofi|onderwijsn|persoonsgebonden|^pgn$|rijksregister|nationaliteit|geboorteland|land(van)?herkomst|etnic|gewicht|wachtwoord|password|religie|geloof/;

/** Is this a list whose columns are not ours? Then somebody has to say what they are. */
export function isForeignList(text: string) {
	if (oneRosterName(text)) return false;
	const titles = csvHead(text).titles.map((title) => title.toLowerCase());
	return titles.filter(Boolean).length >= fewestColumns && columns.some((column) => !titles.includes(column));
}

export function readList(file: string, text: string): Reading<ForeignList> {
	const head = csvHead(text);
	if (head.titles.length > mostColumns) return unreadable('unknown-format', file, 1);
	const rows: ForeignList['rows'] = [];
	const walked = walkRows(file, text, head, [], (cells, line) => rows.push({ line, cells }));
	if (!walked.ok) return walked;
	if (!rows.length) return unreadable('empty', file);
	if (rows.length > mostRows) return unreadable('too-large', file);
	const named = head.titles.map((title, at) => ({ title, at })).filter(({ title }) => title);
	const isSecret = ({ title, at }: { title: string; at: number }) =>
		secret.test(title.toLowerCase().replace(/[^a-z]/g, '')) ||
		areNationalNumbers(rows.map(({ cells }) => cells[at] ?? ''));
	const kept = named.filter((column) => !isSecret(column));
	return {
		ok: true,
		value: {
			file,
			titles: kept.map(({ title }) => title),
			rows: rows.map(({ line, cells }) => ({ line, cells: kept.map(({ at }) => cells[at] ?? '') })),
			skipped: named.filter(isSecret).map(({ title }) => title)
		}
	};
}

/** Nine digits that all pass the test of eleven are no telephone numbers. */
function areNationalNumbers(values: readonly string[]) {
	const filled = [...new Set(values.filter(Boolean))];
	return filled.length > 1 && filled.every(passesEleven);
}

function passesEleven(value: string) {
	const digits = value.replace(/[\s.-]/g, '').padStart(9, '0');
	if (!/^\d{9}$/.test(digits) || value.length < 8) return false;
	const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
	return sum % 11 === 0;
}
