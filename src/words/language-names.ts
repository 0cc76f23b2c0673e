import type { Language } from '#platform/ctx.ts';

const names = new Map<Language, Intl.DisplayNames>();

/** `Arabisch`, in English `Arabic`. What is no known language stays as it was written. */
export function sayLanguage(language: string, reader: Language): string {
	const known = names.get(reader) ?? new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' });
	names.set(reader, known);
	try {
		const name = known.of(language) ?? language;
		return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
	} catch {
		return language;
	}
}
