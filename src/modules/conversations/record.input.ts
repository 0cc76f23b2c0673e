import { no, ok, type Outcome } from '#platform/outcome.ts';
import { checkEntry } from './entry.ts';
import type { RecordResponse, TalkRecord } from './record.ts';

export function parseDraft(
	form: FormData
): Outcome<Pick<TalkRecord, 'forAdults' | 'forCircle' | 'version'>, 'too-long'> {
	const written = (name: string) => String(form.get(name) ?? '').trim();
	const draft = { forAdults: written('forAdults'), forCircle: written('forCircle') };
	if (draft.forAdults.length > 8000 || draft.forCircle.length > 8000) return no('too-long');
	return ok({ ...draft, version: Number(form.get('version')) || 0 });
}

export function parseView(
	form: FormData
): Outcome<{ text: string; audience: RecordResponse['audience'] }, 'empty' | 'too-long'> {
	const text = checkEntry(String(form.get('text') ?? ''));
	if (!text.ok) return text;
	return ok({ text: text.value, audience: form.get('audience') === 'circle' ? 'circle' : 'adults' });
}
