/** What a form held when it was last typed in: name and value, in the order of the page. */
export type Draft = readonly (readonly [string, string])[];

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'eenlijn.draft.';

/** Texts the server has not acknowledged yet, kept on the reader's own device and nowhere longer than needed. */
export const drafts = {
	/** False: the shelf is full or forbidden. The text is still on the page, and saving goes on. */
	keep(shelf: Shelf, key: string, draft: Draft): boolean {
		try {
			shelf.setItem(prefix + key, JSON.stringify(draft));
			return true;
		} catch {
			return false;
		}
	},

	find(shelf: Shelf, key: string): Draft | undefined {
		try {
			const found: unknown = JSON.parse(shelf.getItem(prefix + key) ?? 'null');
			return isDraft(found) ? found : undefined;
		} catch {
			return undefined;
		}
	},

	drop(shelf: Shelf, key: string): void {
		try {
			shelf.removeItem(prefix + key);
		} catch {
			// Nothing was kept on a forbidden shelf.
		}
	},

	/** At signing out: the next person on this device finds nothing. */
	dropAll(shelf: Shelf): void {
		const keys = Array.from({ length: shelf.length }, (_, at) => shelf.key(at));
		for (const key of keys) if (key?.startsWith(prefix)) shelf.removeItem(key);
	}
};

function isDraft(found: unknown): found is Draft {
	return (
		Array.isArray(found) &&
		found.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'))
	);
}

/** The words of a form; files are not text and stay out. */
export function read(form: HTMLFormElement): Draft {
	return [...new FormData(form)].flatMap(([name, value]) =>
		typeof value === 'string' ? [[name, value] as const] : []
	);
}

/** Puts the newest words in the place of those a form was about to send; which button was pressed stays. */
export function refill(data: FormData, words: Draft): void {
	for (const [name] of words) data.delete(name);
	for (const [name, value] of words) data.append(name, value);
}

/** Where words are typed in a form. */
export function textsOf(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
	return [...form.elements].filter((control): control is HTMLInputElement | HTMLTextAreaElement =>
		control instanceof HTMLInputElement
			? ['text', 'number'].includes(control.type)
			: control instanceof HTMLTextAreaElement
	);
}

/** What of `now` was typed after `sent` went: the rest of it, or all when it was written anew. */
export function leftOf(sent: string, now: string): string {
	return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
}

/** Puts a draft back into its form and says so to whoever listens; true when that changed anything the reader sees. */
export function putBack(form: HTMLFormElement, draft: Draft): boolean {
	const left = new Map<string, string[]>();
	for (const [name, value] of draft) left.set(name, [...(left.get(name) ?? []), value]);
	const changed: Element[] = [];
	const hidden: (() => void)[] = [];
	for (const control of form.elements) {
		if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
			const checked = left.get(control.name)?.includes(control.value) ?? false;
			if (checked === control.checked) continue;
			control.checked = checked;
		} else if (isText(control)) {
			const value = left.get(control.name)?.shift();
			if (value === undefined || value === control.value) continue;
			if (control.type === 'hidden') {
				hidden.push(() => (control.value = value));
				continue;
			}
			control.value = value;
		} else continue;
		changed.push(control);
	}
	// The version a text was typed on goes back only with that text, and before anybody saves it.
	if (changed.length > 0) for (const put of hidden) put();
	for (const control of changed) control.dispatchEvent(new Event('input', { bubbles: true }));
	return changed.length > 0;
}

function isText(control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
	if (control instanceof HTMLInputElement) return !['file', 'submit', 'button'].includes(control.type);
	return control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement;
}
