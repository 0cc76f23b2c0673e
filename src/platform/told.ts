/** What may be said of a thing that is held about somebody; the page puts a word to each. */
export type FieldKey =
	| 'name'
	| 'born'
	| 'group'
	| 'email'
	| 'phone'
	| 'language'
	| 'circle'
	| 'children'
	| 'what'
	| 'why'
	| 'rhythm'
	| 'how'
	| 'until'
	| 'state'
	| 'readers'
	| 'people'
	| 'record'
	| 'said'
	| 'answer'
	| 'own'
	| 'reason'
	| 'who'
	| 'by'
	| 'tasks';

/** One thing that is held: what it is called, when it was, and what it says. */
export type Told = { title: string; at: string | null; fields: { key: FieldKey; text: string }[] };
/** Fields without text say nothing, and are left out. */
export function told(title: string, at: string | null, said: Partial<Record<FieldKey, string | null>>): Told {
	const fields = (Object.entries(said) as [FieldKey, string | null][]).flatMap(([key, text]) =>
		text ? [{ key, text }] : []
	);
	return { title, at, fields };
}
