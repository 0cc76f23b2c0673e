import type { Cell } from './figure.ts';

/**
 * Rows as a file that a Dutch spreadsheet opens as columns: semicolons, a byte order mark, `\r\n`. A text that a spreadsheet
 * would take for a formula is given an apostrophe (OWASP, CSV injection). `hidden` stands for a number that is.
 */
export function csvOf(rows: readonly (readonly (string | Cell)[])[], hidden: string): string {
	return `\uFEFF${rows.map((row) => `${row.map((cell) => written(cell ?? hidden)).join(';')}\r\n`).join('')}`;
}

function written(cell: string | number): string {
	if (typeof cell === 'number') return String(cell);
	const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
	return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
