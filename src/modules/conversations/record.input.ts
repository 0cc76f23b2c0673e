import type { Language } from '#platform/ctx.ts';
import { sheetLanguages } from '#platform/sheet.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { checkEntry } from './entry.ts';
import type { RecordResponse, RecordTerms, TalkRecord } from './record.ts';

export type Draft = Pick<TalkRecord, 'forAdults' | 'forCircle' | 'version'>;
const longestPart = 8000;

export function parseDraft(form: FormData): Outcome<Draft, 'part-too-long'> {
	const draft = typedDraft(form);
	if (isTooLong(draft.forAdults) || isTooLong(draft.forCircle)) return no('part-too-long');
	return ok(draft);
}

export function isTooLong(part: string) {
	return part.length > longestPart;
}

/** As it was typed, also when it can't be kept like that. */
export function typedDraft(form: FormData): Draft {
	const written = (name: string) => String(form.get(name) ?? '').trim();
	return {
		forAdults: written('forAdults'),
		forCircle: written('forCircle'),
		version: Number(form.get('version')) || 0
	};
}

export function parseView(
	form: FormData
): Outcome<{ text: string; audience: RecordResponse['audience'] }, 'empty' | 'too-long'> {
	const text = checkEntry(String(form.get('text') ?? ''));
	if (!text.ok) return text;
	return ok({ text: text.value, audience: form.get('audience') === 'circle' ? 'circle' : 'adults' });
}

/** The edition that was on the screen. */
export function parseSeen(form: FormData): number | undefined {
	return Number(form.get('edition')) || undefined;
}

export function parsePerson(form: FormData): PersonId | undefined {
	return asId<PersonId>(form.get('person'));
}

export function parseTerms(form: FormData): Outcome<RecordTerms, 'days-wrong'> {
	const [shareDays, respondDays] = ['shareDays', 'respondDays'].map((name) => Number(form.get(name))) as [
		number,
		number
	];
	const fits = (days: number) => Number.isInteger(days) && days >= 1 && days <= 60;
	return fits(shareDays) && fits(respondDays) ? ok({ shareDays, respondDays }) : no('days-wrong');
}

/** `?taal=ar&alles=ja&voor=…`; in the reader's own language unless another is asked for. */
export function parseSheet(asked: URLSearchParams, language: Language) {
	return {
		language: sheetLanguages.find((one) => one === asked.get('taal')) ?? language,
		full: asked.has('alles'),
		to: asId<PersonId>(asked.get('voor'))
	};
}
