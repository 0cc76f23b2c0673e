import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay, type Day } from '#platform/time.ts';
import { purposeKeys, type PurposeKey, type PurposeText } from './purpose.ts';

export type NewConsent = PurposeText & {
	purpose: PurposeKey;
	until: Day;
	outsider: { givenName: string; surname: string; email: string } | null;
};
export type ConsentField = 'title' | 'what' | 'why' | 'readers' | 'until' | 'givenName' | 'surname' | 'email';
export type Errors = Partial<Record<ConsentField, true>>;
type Parsed<T> = { ok: true; value: T } | { ok: false; errors: Errors };

const longest = 1000;

export function readPurpose(text: FormDataEntryValue | null): PurposeKey | undefined {
	return purposeKeys.find((key) => key === text);
}

/** What staff ask, in the words as the family will read them. */
export function parseAsked(form: FormData, purpose: PurposeKey): Parsed<NewConsent> {
	const { words, errors } = wordsIn(form);
	const until = asDay(form.get('until'));
	if (!until) errors.until = true;
	const outsider = purpose === 'professional' ? outsiderIn(form, errors) : null;
	if (!until || Object.keys(errors).length) return { ok: false, errors };
	return { ok: true, value: { ...words, purpose, until, outsider } };
}

/** The words of a purpose that a school adds. */
export function parsePurpose(form: FormData): Parsed<PurposeText> {
	const { words, errors } = wordsIn(form);
	return Object.keys(errors).length ? { ok: false, errors } : { ok: true, value: words };
}

export function readWords(form: FormData): Outcome<string, 'words-missing'> {
	const words = text(form, 'words');
	return words ? ok(words) : no('words-missing');
}

function wordsIn(form: FormData) {
	const words: PurposeText = {
		title: text(form, 'title').slice(0, 120),
		what: text(form, 'what'),
		why: text(form, 'why'),
		readers: text(form, 'readers')
	};
	const errors: Errors = {};
	for (const [field, value] of Object.entries(words)) if (!value) errors[field as ConsentField] = true;
	return { words, errors };
}

function outsiderIn(form: FormData, errors: Errors) {
	const [givenName, surname, email] = ['givenName', 'surname', 'email'].map((name) => text(form, name).slice(0, 200));
	if (!givenName) errors.givenName = true;
	if (!surname) errors.surname = true;
	if (!email || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) errors.email = true;
	return { givenName: givenName ?? '', surname: surname ?? '', email: email ?? '' };
}

function text(form: FormData, name: string) {
	return String(form.get(name) ?? '')
		.trim()
		.slice(0, longest);
}
