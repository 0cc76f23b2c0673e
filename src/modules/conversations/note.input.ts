import { asId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { NoteId } from './note.ts';

export const longestNote = 1000;
export type NoteInputReason = 'empty' | 'too-long';

export function parseNote(form: FormData): Outcome<string, NoteInputReason> {
	const text = String(form.get('text') ?? '').trim();
	if (!text) return no('empty');
	return text.length > longestNote ? no('too-long') : ok(text);
}

export function parseNoteId(form: FormData): NoteId | undefined {
	return asId<NoteId>(form.get('note'));
}

/** The notes that were put into an answer. */
export function parseNoteIds(form: FormData): NoteId[] {
	return form.getAll('note').flatMap((value) => asId<NoteId>(value) ?? []);
}
