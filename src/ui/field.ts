/** What a control needs to belong to its label, hint and error. */
export type Wiring = {
	id: string;
	name: string;
	'aria-describedby': string | undefined;
	'aria-invalid': 'true' | undefined;
};

/** The ids a screen reader reads out with a control, in the order they stand on the page. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
	const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
	return ids.length > 0 ? ids.join(' ') : undefined;
}
