import { unreadable, type Reading } from './roster.ts';

export const mostBytes = 20 * 1024 * 1024;

const names: Record<string, string> = {
	'utf-8': 'utf-8',
	utf8: 'utf-8',
	'us-ascii': 'utf-8',
	'utf-16': 'utf-16le',
	'utf-16le': 'utf-16le',
	'utf-16be': 'utf-16be',
	'windows-1252': 'windows-1252',
	'iso-8859-1': 'windows-1252',
	'iso-8859-15': 'iso-8859-15'
};

/** The text of an XML file, by its byte order mark or what it says itself; UTF-8 when it says nothing. */
export function xmlText(file: string, bytes: Uint8Array): Reading<string> {
	const wrong = checkSize(file, bytes);
	if (wrong) return wrong;
	const mark = encodingOfMark(bytes);
	if (mark) return decode(file, bytes, mark);
	const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200));
	if (head.startsWith('<\0')) return decode(file, bytes, 'utf-16le');
	if (head.startsWith('\0<')) return decode(file, bytes, 'utf-16be');
	const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1];
	if (!declared) return decode(file, bytes, 'utf-8');
	const encoding = names[declared.toLowerCase()];
	if (!encoding) return unreadable('unknown-encoding', file, 1, declared);
	if (encoding.startsWith('utf-16')) return unreadable('wrong-encoding', file, 1, declared);
	return decode(file, bytes, encoding);
}

/** The text of a CSV file: UTF-8 when it can be, otherwise Windows-1252, which is what spreadsheets save. */
export function csvText(file: string, bytes: Uint8Array): Reading<string> {
	const wrong = checkSize(file, bytes);
	if (wrong) return wrong;
	const mark = encodingOfMark(bytes);
	if (mark) return decode(file, bytes, mark);
	const text = decode(file, bytes, 'utf-8');
	if (text.ok || bytes.includes(0)) return text;
	return decode(file, bytes, 'windows-1252');
}

function checkSize(file: string, bytes: Uint8Array) {
	if (bytes.length === 0) return unreadable('empty', file);
	return bytes.length > mostBytes ? unreadable('too-large', file) : undefined;
}

function encodingOfMark([a, b, c]: Uint8Array) {
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	return undefined;
}

function decode(file: string, bytes: Uint8Array, encoding: string): Reading<string> {
	try {
		const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
		const nul = text.indexOf('\0');
		return nul < 0 ? { ok: true, value: text } : unreadable('wrong-encoding', file, lineAt(text, nul), encoding);
	} catch {
		const text = new TextDecoder(encoding).decode(bytes);
		return unreadable('wrong-encoding', file, lineAt(text, text.indexOf('\uFFFD')), encoding);
	}
}

function lineAt(text: string, at: number) {
	let line = 1;
	for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line++;
	return line;
}
