import { asId, type PersonId } from '#platform/ids.ts';
import type { Whose } from './preparing.server.ts';

/** Whose preparation an address names: one's own, the child's (`samen`), or a guardian's on the phone (`voor`). */
export function parseWhose(query: URLSearchParams): Whose | undefined {
	if (query.get('samen') === 'ja') return 'child';
	if (!query.has('voor')) return 'own';
	const guardian = asId<PersonId>(query.get('voor'));
	return guardian && { guardian };
}

/** The same, to go on with: `samen=ja`, `voor=…`, or nothing. */
export function sayWhose(whose: Whose): string {
	if (whose === 'own') return '';
	return whose === 'child' ? 'samen=ja' : `voor=${whose.guardian}`;
}

/** What a guardian made of what was written down, by question. */
export function parseWords(form: FormData): Record<string, string> {
	const words = [...form].flatMap(([name, value]) =>
		name.startsWith('text.') && typeof value === 'string' ? [[name.slice(5), value.slice(0, 4000)] as const] : []
	);
	return Object.fromEntries(words);
}
