import { asId, type HouseholdId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { checkEntry } from './entry.ts';
import { ways, type ExplanationId, type Way } from './understanding.ts';

type Refused = 'missing' | 'empty' | 'too-long';
export type Saying = { household: HouseholdId; text: string; version: number };

export function parseSaying(form: FormData): Outcome<Saying, Refused> {
	const household = asId<HouseholdId>(form.get('home'));
	const text = parseWords(form);
	if (!household) return no('missing');
	return text.ok ? ok({ household, text: text.value, version: Number(form.get('version')) || 0 }) : text;
}

export function parseTurn(form: FormData): number {
	return Number(form.get('turn')) || 0;
}

export function parseTold(form: FormData): Outcome<{ text: string; version: number }, Refused> {
	const text = parseWords(form);
	return text.ok ? ok({ text: text.value, version: Number(form.get('version')) || 0 }) : text;
}

export function parseWords(form: FormData): Outcome<string, 'empty' | 'too-long'> {
	return checkEntry(String(form.get('text') ?? ''));
}

/** Without a file no bytes, which is no recording. */
export async function parseRecording(form: FormData): Promise<Uint8Array> {
	const file = form.get('file');
	return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}

/** What is unclear need not be said. */
export function parseQuestion(form: FormData): Outcome<{ household?: HouseholdId; unclear: string }, Refused> {
	const unclear = String(form.get('text') ?? '').trim();
	if (unclear.length > 4000) return no('too-long');
	return ok({ household: asId<HouseholdId>(form.get('home')) ?? undefined, unclear });
}

export type Explained = { explanation: ExplanationId; way: Way; said: string };

export function parseExplained(form: FormData): Outcome<Explained, Refused | 'way-missing'> {
	const explanation = asId<ExplanationId>(form.get('explanation'));
	const way = ways.find((one) => one === form.get('way'));
	const said = String(form.get('text') ?? '').trim();
	if (!explanation) return no('missing');
	if (!way) return no('way-missing');
	return said.length > 4000 ? no('too-long') : ok({ explanation, way, said });
}
