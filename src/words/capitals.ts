import type { Language } from '#platform/ctx.ts';

/** A sentence that begins with how somebody is called: `Juf Anke`, `IJsbrand`. */
export function sayFirst(words: string, language: Language): string {
	const first = language === 'nl' && /^ij/i.test(words) ? 2 : 1;
	return words.slice(0, first).toLocaleUpperCase(language) + words.slice(first);
}
