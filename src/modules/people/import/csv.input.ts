import { parse } from 'csv-parse/sync';
import { mostRejected, unreadable, type Reading, type RejectedRow } from './roster.ts';

/** The first line of a list: what its columns are called, as written, and what stands between them. */
export type CsvHead = { titles: string[]; delimiter: string };

const longestRow = 20_000;
const longestCell = 256;
const delimiters = [';', ',', '\t'];

export function csvHead(text: string): CsvHead {
	const line = text.slice(0, 4000).split(/\r\n|\n|\r/, 1)[0]!;
	const counted = delimiters.map((sign) => ({ sign, count: line.split(sign).length }));
	const delimiter = counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
	return { titles: cellsOf(line, delimiter).map((title) => title.trim()), delimiter };
}

function cellsOf(line: string, delimiter: string): string[] {
	try {
		return (parse(line, { delimiter, relax_column_count: true }) as string[][])[0] ?? [];
	} catch {
		return line.split(delimiter).map((title) => title.replace(/^\s*"?|"?\s*$/g, ''));
	}
}

/** Each row under the head, one by one; empty rows are passed by. Stops when more is rejected than a good file has. */
export function walkRows(
	file: string,
	text: string,
	{ delimiter }: CsvHead,
	rejected: readonly RejectedRow[],
	take: (cells: string[], line: number) => void
): Reading<undefined> {
	const stop = new Error('too many rejected rows');
	let line = 1;
	try {
		parse(text, {
			delimiter,
			record_delimiter: ['\r\n', '\n', '\r'],
			from_line: 2,
			relax_column_count: true,
			skip_empty_lines: true,
			trim: true,
			max_record_size: longestRow,
			on_record: (cells: string[], { lines }) => {
				line = lines;
				if (cells.some(Boolean)) take(cells.map(clean), line);
				if (rejected.length > mostRejected) throw stop;
				return null;
			}
		});
	} catch (error) {
		if (error === stop) return unreadable('too-many-rejected', file, line);
		return unreadable('broken-csv', file, (error as { lines?: number }).lines ?? line);
	}
	return { ok: true, value: undefined };
}

function clean(cell: string) {
	return cell.slice(0, longestCell).normalize('NFC');
}
