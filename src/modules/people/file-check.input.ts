import { asId } from '#platform/ids.ts';
import { items, type CheckId, type Item } from './file-check.ts';

const longest = 500;

export function readItem(form: FormData): Item | undefined {
	const named = form.get('item');
	return items.find((item) => item === named);
}

export function readText(form: FormData, name: string): string {
	return String(form.get(name) ?? '')
		.trim()
		.slice(0, longest);
}

export function readAnswer(form: FormData) {
	const named = form.get('outcome');
	const outcome = (['corrected', 'kept'] as const).find((one) => one === named);
	const check = asId<CheckId>(form.get('check'));
	return check && outcome ? { check, outcome, reason: readText(form, 'reason') } : undefined;
}
