import { aims } from './kinds.ts';
import { steps } from './steps.ts';
import { guests, type Template, type TemplateTexts } from './template.ts';

/** The form of a kind of talk; what is not ticked is not asked for. */
export function parseTemplate(form: FormData): Omit<Template, 'kind'> {
	const ticked = <T extends string>(name: string, known: readonly T[]) => {
		const given = form.getAll(name);
		return known.filter((each) => given.includes(each));
	};
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const words = (language: 'nl' | 'en'): TemplateTexts => ({
		purpose: text(`purpose-${language}`),
		aim: text(`aim-${language}`)
	});
	return {
		minutes: Number(form.get('minutes')),
		aims: ticked('aims', aims),
		steps: ticked('steps', steps),
		guests: ticked('guests', guests),
		asksCompanion: form.get('asksCompanion') === 'yes',
		offered: form.get('offered') === 'yes',
		texts: { nl: words('nl'), en: words('en') }
	};
}
