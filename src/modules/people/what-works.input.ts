import { asId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { voices } from './circle.ts';
import { worksKinds, type EntryId } from './what-works.ts';

const longest = 1000;

export function readWords(form: FormData) {
	const words = String(form.get('words') ?? '').trim();
	return words ? ok(words.slice(0, longest)) : no('empty');
}

export function readEntry(form: FormData) {
	const [kind, voice] = [form.get('kind'), form.get('voice')];
	return { kind: worksKinds.find((one) => one === kind), voice: voices.find((one) => one === voice) };
}

export function readEntryId(form: FormData) {
	return asId<EntryId>(form.get('entry'));
}

export function readVersion(form: FormData) {
	return Number(form.get('version'));
}
