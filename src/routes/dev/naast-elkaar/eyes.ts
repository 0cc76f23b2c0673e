/** What each of several people reads on the same page, line by line. */
export type Sight = { found: boolean; lines: string[] };

/** The words on a page without its frame: what stands in `<main>`, a line for each piece of text. */
export function linesOf(html: string): string[] {
	const main = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? '';
	const text = main
		.replace(/<(script|style|svg|noscript)\b[\s\S]*?<\/\1>/g, ' ')
		.replace(/<\/?(p|li|h\d|div|section|article|header|summary|dt|dd|a|button|label|option|td|th)\b[^>]*>/g, '\n')
		.replace(/<[^>]+>/g, '');
	const lines = text.split('\n').map((line) => plain(line).replace(/\s+/g, ' ').trim());
	return [...new Set(lines.filter((line) => /[\p{L}\d]/u.test(line)))];
}

/** Lines that some who find the page read and others do not, each with who reads it, in the order of the first who does. */
export function differences(sights: readonly Sight[]): { line: string; seen: boolean[] }[] {
	const readers = sights.filter(({ found }) => found);
	const all = [...new Set(readers.flatMap(({ lines }) => lines))];
	const shared = (line: string) => readers.every(({ lines }) => lines.includes(line));
	return all
		.filter((line) => !shared(line))
		.map((line) => ({ line, seen: sights.map(({ found, lines }) => found && lines.includes(line)) }));
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

function plain(text: string) {
	return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
