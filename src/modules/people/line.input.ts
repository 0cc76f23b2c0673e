import { asId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { parts, type LineId } from './line.ts';

const longest = 2000;

export function readLine(form: FormData) {
	const named = form.get('part');
	const part = parts.find((one) => one === named);
	const wording = String(form.get('wording') ?? '').trim();
	if (!part) return no('missing');
	if (!wording) return no('empty');
	return ok({ part, wording: wording.slice(0, longest) });
}

export function readLineId(form: FormData) {
	return asId<LineId>(form.get('line'));
}
