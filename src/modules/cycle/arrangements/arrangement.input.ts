import { asId, type ConversationId, type PersonId } from '#platform/ids.ts';
import { asDay } from '#platform/time.ts';
import type { ArrangementId } from './arrangement.ts';
import { forms, initiatives, type Form, type Rhythm, type Terms, type Way } from './terms.ts';

export type InputReason = 'missing-ways' | 'missing-until' | 'too-long';
export type Errors = Partial<Record<'ways' | 'until' | 'wish', InputReason>>;

export const longestWish = 1000;

/** In which rhythms a form makes sense: a talk at the report card is at the report card. */
export const rhythmsOf: Record<Form, readonly Rhythm[]> = {
	talk: ['half-year', 'year', 'quarter', 'report', 'weeks-8', 'weeks-6'],
	'home-visit': ['year', 'half-year'],
	phone: ['weeks-6', 'weeks-8', 'weeks-4', 'weeks-3', 'weeks-2', 'quarter', 'half-year'],
	mail: ['weeks-4', 'weeks-6', 'weeks-8', 'weeks-3', 'weeks-2', 'quarter'],
	'report-card': ['report'],
	presentation: ['half-year', 'year', 'report']
};

/** One question, few taps: which forms, each with its rhythm. */
export function parseTerms(form: FormData): { ok: true; value: Terms } | { ok: false; errors: Errors } {
	const ways = form.getAll('form').flatMap((name): Way[] => {
		const chosen = forms.find((one) => one === name);
		const rhythm = chosen && rhythmsOf[chosen].find((one) => one === form.get(`rhythm-${chosen}`));
		return chosen ? [{ form: chosen, rhythm: rhythm ?? rhythmsOf[chosen][0]! }] : [];
	});
	const until = asDay(form.get('until'));
	const wish = String(form.get('wish') ?? '').trim();
	const errors: Errors = {
		...(!ways.length && { ways: 'missing-ways' }),
		...(!until && { until: 'missing-until' }),
		...(wish.length > longestWish && { wish: 'too-long' })
	};
	if (Object.keys(errors).length || !until) return { ok: false, errors };
	const once = forms.flatMap((one) => ways.find((way) => way.form === one) ?? []);
	const initiative = initiatives.find((one) => one === form.get('initiative')) ?? 'in-turn';
	const people = [...new Set(form.getAll('people').flatMap((id) => asId<PersonId>(id) ?? []))];
	return { ok: true, value: { ways: once, initiative, people, until, wish } };
}

export function parseArrangement(form: FormData): { id: ArrangementId; seen: number } | undefined {
	const id = asId<ArrangementId>(form.get('arrangement'));
	return id && { id, seen: Number(form.get('seen')) };
}

export function parseWish(form: FormData): string {
	return String(form.get('wish') ?? '')
		.trim()
		.slice(0, longestWish);
}

/** Which moment has been. */
export function parseMoment(form: FormData) {
	const moment = forms.find((one) => one === form.get('form'));
	const fallsOn = asDay(form.get('fallsOn'));
	const id = asId<ArrangementId>(form.get('arrangement'));
	return moment && fallsOn && id && { id, form: moment, fallsOn };
}

/** From which talk's page it was sent. */
export function talkIn(text: string | null): ConversationId | undefined {
	return asId<ConversationId>(text);
}
