import { no, ok, type Outcome } from '#platform/outcome.ts';
import { closingAnswers, type Closing } from './closing.ts';

export function parseClosing(form: FormData): Outcome<Closing, 'too-long'> {
	const answerIn = (name: string) => closingAnswers.find((each) => each === form.get(name)) ?? null;
	const words = String(form.get('words') ?? '').trim();
	return words.length > 4000 ? no('too-long') : ok({ heard: answerIn('heard'), knows: answerIn('knows'), words });
}
