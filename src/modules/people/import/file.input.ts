import { readEdexml } from './edexml.input.ts';
import { readGuardians } from './guardians.input.ts';
import { isForeignList, readList } from './list.input.ts';
import type { ForeignList } from './mapping.ts';
import { oneRosterName } from './oneroster-table.input.ts';
import { readOneRoster, type OneRosterFile } from './oneroster.input.ts';
import { joinRosters, unreadable, type Reading, type Roster } from './roster.ts';
import { csvText, xmlText } from './text.input.ts';

export type File = { name: string; bytes: Uint8Array };

/** All files that a school gives together, as one roster; or why one of them can't be read. */
export function readFiles(files: readonly File[]): Reading<Roster> {
	const rosters: Roster[] = [];
	const lists: OneRosterFile[] = [];
	for (const { name, bytes } of files) {
		const isXml = looksLikeXml(name, bytes);
		const text = isXml ? xmlText(name, bytes) : csvText(name, bytes);
		if (!text.ok) return text;
		const list = isXml ? undefined : oneRosterName(text.value);
		if (list === 'other') continue;
		if (list) {
			lists.push({ name: list, file: name, text: text.value });
			continue;
		}
		const roster = isXml ? readEdexml(name, text.value) : readGuardians(name, text.value);
		if (!roster.ok) return roster;
		rosters.push(roster.value);
	}
	if (lists.length) {
		const roster = readOneRoster(lists);
		if (!roster.ok) return roster;
		rosters.unshift(roster.value);
	}
	if (rosters.length === 0) return unreadable('empty', files[0]?.name ?? '');
	return joinRosters(
		rosters,
		files.map(({ name }) => name)
	);
}

/** A list of guardians whose columns are not ours is set apart: somebody has to say what they are. */
export function setApart(files: readonly File[]): Reading<{ others: File[]; list: ForeignList | undefined }> {
	const texts = files.map(({ name, bytes }) => (looksLikeXml(name, bytes) ? undefined : csvText(name, bytes)));
	const at = texts.findIndex((text) => text?.ok && isForeignList(text.value));
	const text = texts[at];
	if (!text?.ok) return { ok: true, value: { others: [...files], list: undefined } };
	const list = readList(files[at]!.name, text.value);
	return list.ok ? { ok: true, value: { others: files.toSpliced(at, 1), list: list.value } } : list;
}

/** What a file is, its first sign says; its name only when that is no sign. */
function looksLikeXml(name: string, bytes: Uint8Array) {
	const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 64)).replace(/[\0\sÿþï»¿]/g, '');
	return start.startsWith('<') || name.toLowerCase().endsWith('.xml');
}
