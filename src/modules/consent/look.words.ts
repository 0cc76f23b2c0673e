import type { Language } from '#platform/ctx.ts';
import { taskWords } from '#modules/people/person.words.ts';
import * as m from '#words/compiled/messages.js';
import { sayFirst } from '#words/capitals.ts';
import { sayList } from '#words/lists.ts';
import type { Look, Why } from './look.ts';

type About = { callName: string; isReader: boolean; shown: 'all' | 'own' };

export function looksTitle({ callName: name, isReader, shown }: About): string {
	if (shown === 'own') return m.looks_title_mine({ name });
	return isReader ? m.looks_title_own() : m.looks_title({ name });
}

export function introWords({ callName: name, isReader, shown }: About): string {
	if (shown === 'own') return m.looks_intro_mine({ name });
	return isReader ? m.looks_intro_own() : m.looks_intro({ name });
}

export function emptyWords({ callName: name, isReader, shown }: About): string {
	if (shown === 'own') return m.looks_none_mine({ name });
	return isReader ? m.looks_none_own() : m.looks_none({ name });
}

/** `Juf Anke, leerkracht van Groep 5`. */
export function whoWords({ name, why }: Look, language: Language): string {
	return `${sayFirst(name, language)}, ${whyWords(why, language)}`;
}

function whyWords(why: Why, language: Language): string {
	const locale = { locale: language };
	if (why.kind === 'teaches') return m.looks_why_teaches({ group: why.group }, locale);
	if (why.kind === 'outside') return m.looks_why_outside({}, locale);
	const tasks = why.tasks
		.filter((task) => task !== 'teacher')
		.map((task) => taskWords[task]().toLocaleLowerCase(language));
	return tasks.length ? sayList(tasks, language) : m.looks_why_works_with({}, locale);
}

export const reasonWords: Record<'no-reason' | 'too-long', () => string> = {
	'no-reason': () => m.looks_wrong_no_reason(),
	'too-long': () => m.looks_wrong_too_long()
};
