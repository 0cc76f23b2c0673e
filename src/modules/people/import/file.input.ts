import { readEdexml } from './edexml.input.ts';
import { readGuardians } from './guardians.input.ts';
import { joinRosters, unreadable, type Reading, type Roster } from './roster.ts';
import { csvText, xmlText } from './text.input.ts';

export type File = { name: string; bytes: Uint8Array };

/** All files that a school gives together, as one roster; or why one of them can't be read. */
export function readFiles(files: readonly File[]): Reading<Roster> {
	const rosters: Roster[] = [];
	for (const file of files) {
		const roster = readFile(file);
		if (!roster.ok) return roster;
		rosters.push(roster.value);
	}
	if (rosters.length === 0) return unreadable('empty', '');
	return joinRosters(
		rosters,
		files.map(({ name }) => name)
	);
}

/** What a file is, its first sign says; its name only when that is no sign. */
function readFile({ name, bytes }: File): Reading<Roster> {
	const text = looksLikeXml(name, bytes) ? xmlText(name, bytes) : csvText(name, bytes);
	if (!text.ok) return text;
	return looksLikeXml(name, bytes) ? readEdexml(name, text.value) : readGuardians(name, text.value);
}

function looksLikeXml(name: string, bytes: Uint8Array) {
	const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 64)).replace(/[\0\sÿþï»¿]/g, '');
	return start.startsWith('<') || name.toLowerCase().endsWith('.xml');
}
