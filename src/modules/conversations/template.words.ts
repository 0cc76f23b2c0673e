import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { About } from './about.words.ts';
import { aimWords, purposeWords } from './kind.words.ts';
import type { Kind } from './kinds.ts';
import type { TemplateReason } from './templates.server.ts';
import type { Template } from './template.ts';

type Texts = Pick<Template, 'texts'> | null;

/** What it is for: the school's own words, or the house's. */
export function sayAim(kind: Kind, template: Texts, about: About, language: 'nl' | 'en'): string {
	return template?.texts[language].aim || aimWords[kind](about);
}

export function sayPurpose(kind: Kind, template: Texts, language: 'nl' | 'en'): string {
	return template?.texts[language].purpose || purposeWords[kind]();
}

const reasons: Record<TemplateReason, typeof m.conversations_reason_missing> = {
	missing: m.conversations_reason_missing,
	'minutes-wrong': m.conversations_reason_minutes_wrong,
	'too-short': m.kinds_reason_too_short,
	'no-aim': m.kinds_reason_no_aim,
	'text-too-long': m.kinds_reason_text_too_long
};

export function whyNot(reason: TemplateReason, locale: Language): string {
	return reasons[reason]({}, { locale });
}
