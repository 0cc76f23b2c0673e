import { asId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { checkEntry, type Entry, type EntryId } from './entry.ts';
import { sections, type Section } from './steps.ts';

export type EntryChange = { text: string; minutes: number | null; version: number };
export type NewEntry = Pick<Entry, 'section' | 'audience' | 'text' | 'minutes'> & { forChild: boolean };
export type EntryInputReason = 'empty' | 'too-long' | 'missing';

export function parseNewEntry(form: FormData): Outcome<NewEntry, EntryInputReason> {
	const section = parseSection(form);
	if (!section) return no('missing');
	const text = checkEntry(String(form.get('text') ?? ''));
	if (!text.ok) return text;
	const audience = form.get('audience') === 'circle' ? 'circle' : 'adults';
	return ok({
		section,
		text: text.value,
		audience,
		minutes: minutesFrom(form),
		forChild: form.get('voice') === 'child'
	});
}

export function parseEntryChange(form: FormData): Outcome<EntryChange & { entry: EntryId }, EntryInputReason> {
	const entry = asId<EntryId>(form.get('entry'));
	if (!entry) return no('missing');
	const text = checkEntry(String(form.get('text') ?? ''));
	if (!text.ok) return text;
	return ok({ entry, text: text.value, minutes: minutesFrom(form), version: Number(form.get('version')) || 0 });
}

export function parseEntry(form: FormData): Outcome<EntryId, 'missing'> {
	const entry = asId<EntryId>(form.get('entry'));
	return entry ? ok(entry) : no('missing');
}

export function parseSection(form: FormData): Section | null {
	return sections.find((each) => each === form.get('section')) ?? null;
}

function minutesFrom(form: FormData): number | null {
	const minutes = Math.round(Number(form.get('minutes')));
	return minutes >= 1 && minutes <= 240 ? minutes : null;
}
