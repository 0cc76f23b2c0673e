import type { Language } from '#platform/ctx.ts';

const formats: Record<Language, Intl.ListFormat> = {
	nl: new Intl.ListFormat('nl-NL', { type: 'conjunction' }),
	en: new Intl.ListFormat('en-GB', { type: 'conjunction' })
};

/** `Samira, Youssef en Noor`. */
export function sayList(items: readonly string[], language: Language): string {
	return formats[language].format(items);
}
