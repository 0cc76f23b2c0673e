import { starters, type Starter } from '#modules/method/need.ts';
import { asId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { bearings, checkEntry, type Bearing, type Entry, type EntryId } from './entry.ts';
import { sections, type Section } from './steps.ts';

export type EntryChange = {
	text: string;
	minutes: number | null;
	bearing?: Bearing | null;
	goal?: EntryId | null;
	version: number;
};
export type NewEntry = Pick<Entry, 'section' | 'audience' | 'text' | 'minutes'> & {
	forChild: boolean;
	bearing?: Bearing | null;
	starter?: Starter | null;
	goal?: EntryId | null;
	beside?: EntryId | null;
};
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
		forChild: form.get('voice') === 'child',
		bearing: bearingFrom(form),
		starter: starters.find((each) => each === form.get('starter')) ?? null,
		goal: goalFrom(form),
		beside: asId<EntryId>(form.get('beside')) ?? null
	});
}

export function parseEntryChange(form: FormData): Outcome<EntryChange & { entry: EntryId }, EntryInputReason> {
	const entry = asId<EntryId>(form.get('entry'));
	if (!entry) return no('missing');
	const text = checkEntry(String(form.get('text') ?? ''));
	if (!text.ok) return text;
	return ok({
		entry,
		text: text.value,
		minutes: minutesFrom(form),
		...(form.has('bearing') && { bearing: bearingFrom(form) }),
		...(form.has('goal') && { goal: goalFrom(form) }),
		version: Number(form.get('version')) || 0
	});
}

export function parseEntry(form: FormData): Outcome<EntryId, 'missing'> {
	const entry = asId<EntryId>(form.get('entry'));
	return entry ? ok(entry) : no('missing');
}

export function parseSection(form: FormData): Section | null {
	return sections.find((each) => each === form.get('section')) ?? null;
}

function goalFrom(form: FormData): EntryId | null {
	return asId<EntryId>(form.get('goal')) ?? null;
}

function bearingFrom(form: FormData): Bearing | null {
	return bearings.find((each) => each === form.get('bearing')) ?? null;
}

function minutesFrom(form: FormData): number | null {
	const minutes = Math.round(Number(form.get('minutes')));
	return minutes >= 1 && minutes <= 240 ? minutes : null;
}
