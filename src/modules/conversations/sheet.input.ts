import { toEmphasis, type Emphasis } from '#modules/compass/emphasis.ts';
import { aspectNames, habitAnswers, habits } from '#modules/method/home-support.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { longestLine, sheets, spots, type SheetAudience, type SheetKind, type Spot, type Texts } from './sheet.ts';

export type SheetInputReason = 'too-long' | 'point';
export type GivenTexts = { texts: Texts; version: number };

/** Only the fields that were sent: what a page does not show stays as it was. */
export function parseSheet(kind: SheetKind, form: FormData): Outcome<GivenTexts, 'too-long'> {
	const fields = sheets[kind].filter((field) => form.has(field));
	const texts = Object.fromEntries(fields.map((field) => [field, asText(form.get(field))]));
	if (Object.values(texts).some((text) => text.length > longestLine)) return no('too-long');
	return ok({ texts, version: Number(form.get('version')) || 0 });
}

/** An answer is one of the list, or none; the rest are one's own words. */
export function parseHome(form: FormData): Outcome<GivenTexts, 'too-long'> {
	const parsed = parseSheet('home', form);
	if (!parsed.ok) return parsed;
	const { texts, version } = parsed.value;
	const answers: readonly string[] = habitAnswers;
	for (const habit of habits) if (habit in texts && !answers.includes(texts[habit]!)) texts[habit] = '';
	return ok({
		texts: Object.fromEntries([...habits, ...aspectNames].flatMap((field) => named(texts, field))),
		version
	});
}

export function parseSheetAudience(form: FormData): SheetAudience {
	return form.get('audience') === 'circle' ? 'circle' : 'adults';
}

export function parsePoint(form: FormData): Outcome<{ spot: Spot; emphasis: Emphasis }, 'point'> {
	const spot = asSpot(form.get('spot'));
	const [warmth, structure, space] = ['warmth', 'structure', 'space'].map((name) => Number(form.get(name)));
	const emphasis = toEmphasis({ warmth: warmth!, structure: structure!, space: space! });
	return spot && emphasis ? ok({ spot, emphasis }) : no('point');
}

export function asSpot(text: unknown): Spot | undefined {
	return spots.find((spot) => spot === text);
}

function named(texts: Texts, field: string): [string, string][] {
	return field in texts ? [[field, texts[field]!]] : [];
}

function asText(value: FormDataEntryValue | null): string {
	return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
}
