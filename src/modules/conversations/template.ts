import { no, ok, type Outcome } from '#platform/outcome.ts';
import { aims, kinds, planOf, type Aim, type Guest, type Kind } from './kinds.ts';
import type { Step } from './steps.ts';

export type TemplateId = string & { readonly __template: never };

/** The words of a kind in one language; empty: the house's. */
export type TemplateTexts = { purpose: string; aim: string };

/** What a school may say otherwise of a kind of talk (handbook §4.1). The rest is a principle, and the same everywhere. */
export type Template = {
	kind: Kind;
	minutes: number;
	aims: readonly Aim[];
	steps: readonly Step[];
	guests: readonly Guest[];
	/** The page says of itself that somebody may come along. */
	asksCompanion: boolean;
	/** Of what is the family's to take: does this school offer it? */
	offered: boolean;
	texts: Readonly<Record<'nl' | 'en', TemplateTexts>>;
};

export const allKinds = Object.keys(kinds) as Kind[];
export const guests: readonly Guest[] = ['teacher', 'new-teacher', 'support', 'leadership', 'professional'];

/** These may be left out; without the others it is no talk about what each sees and what each does. */
const optional: readonly Step[] = ['insight', 'outlook', 'next'];

/** The steps that a school may leave out of this kind; the start talk is its three (handbook §4.1). */
export function optionalSteps(kind: Kind): Step[] {
	const shown = planOf(kind).steps.map(({ step }) => step);
	return shown.includes('overview') ? shown.filter((step) => optional.includes(step)) : [];
}

export function houseTemplate(kind: Kind): Template {
	const plan = planOf(kind);
	const none = { purpose: '', aim: '' };
	return {
		...{ kind, minutes: plan.minutes, aims: plan.aims, guests: plan.guests },
		steps: plan.steps.map(({ step }) => step),
		asksCompanion: plan.companion === 'asked',
		offered: true,
		texts: { nl: none, en: none }
	};
}

export type TemplateRefusal = 'minutes-wrong' | 'too-short' | 'no-aim' | 'text-too-long';
/** News needs time to take in (handbook §4.1). */
export const leastForNews = 20;
const longest = 400;

/**
 * The school's version of a kind. Whatever was asked, what is a principle stays: the steps every talk has, the second talk
 * after news, the invited child, a home visit without record.
 */
export function adapt(kind: Kind, asked: Omit<Template, 'kind'>): Outcome<Template, TemplateRefusal> {
	const plan = planOf(kind);
	const { minutes } = asked;
	if (!Number.isInteger(minutes) || minutes < 5 || minutes > 240) return no('minutes-wrong');
	if (plan.secondTalkWithin && minutes < leastForNews) return no('too-short');
	const chosen = aims.filter((aim) => asked.aims.includes(aim));
	if (!chosen.length) return no('no-aim');
	const texts = Object.values(asked.texts).flatMap(({ purpose, aim }) => [purpose, aim]);
	if (texts.some(({ length }) => length > longest)) return no('text-too-long');
	const leftOut = optionalSteps(kind).filter((step) => !asked.steps.includes(step));
	return ok({
		...{ kind, minutes, aims: chosen, texts: asked.texts },
		steps: plan.steps.map(({ step }) => step).filter((step) => !leftOut.includes(step)),
		guests: guests.filter((guest) => asked.guests.includes(guest)),
		asksCompanion: plan.companion === 'asked' || asked.asksCompanion,
		offered: plan.plannedBy !== 'family' || asked.offered
	});
}
