import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay } from '#platform/time.ts';
import { momentKinds, type YearMoment } from './moment.ts';

export type MomentFault = 'kind-missing' | 'words-missing' | 'words-too-long' | 'day-missing';
export type MomentFaults = Partial<Record<'kind' | 'words' | 'day', MomentFault>>;

export const longestWords = 80;

/** A form becomes a moment of the year, or a fault for each field that has one. */
export function parseMoment(form: FormData): Outcome<Omit<YearMoment, 'id'>, 'faults'> & { faults?: MomentFaults } {
	const kind = momentKinds.find((one) => one === form.get('kind'));
	const words = String(form.get('words') ?? '').trim();
	const day = asDay(form.get('day'));

	const faults: MomentFaults = {};
	if (!kind) faults.kind = 'kind-missing';
	if (kind === 'other' && !words) faults.words = 'words-missing';
	if (words.length > longestWords) faults.words = 'words-too-long';
	if (!day) faults.day = 'day-missing';

	if (Object.keys(faults).length || !kind || !day) return { ...no('faults'), faults };
	return ok({ kind, words, day });
}
