import { asId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { EntryId } from './entry.ts';

/** Which point goes before which; nothing in `before`: last. */
export function parseOrder(form: FormData): Outcome<{ entry: EntryId; before: EntryId | null }, 'missing'> {
	const entry = asId<EntryId>(form.get('entry'));
	const before = form.get('before') ? asId<EntryId>(form.get('before')) : null;
	return entry && before !== undefined ? ok({ entry, before }) : no('missing');
}
