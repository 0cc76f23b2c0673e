import * as m from '#words/compiled/messages.js';
import type { NoteInputReason } from './note.input.ts';

export const noteReasonWords: Record<NoteInputReason | 'missing', () => string> = {
	empty: m.preparation_note_empty,
	'too-long': m.preparation_note_too_long,
	missing: m.preparation_missing
};
