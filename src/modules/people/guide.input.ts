import { asId, type PersonId } from '#platform/ids.ts';
import { sources, type Sentence } from './guide.ts';

const longest = 200;

export function readSentence(form: FormData): Sentence {
	const words = (name: string) =>
		String(form.get(name) ?? '')
			.trim()
			.slice(0, longest);
	return { forWhat: words('forWhat'), how: words('how'), shown: form.get('shown') === 'yes' };
}

export function readPerson(form: FormData) {
	return asId<PersonId>(form.get('person'));
}

export function readSource(form: FormData) {
	const named = form.get('source');
	return sources.find((source) => source === named);
}
