import { asId, type PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { grounds, type Decision } from './information-request.ts';

const longest = 4000;

export function readQuestion(
	form: FormData
): Outcome<{ pupil: PersonId; question: string }, 'missing' | 'words-missing'> {
	const pupil = asId<PersonId>(form.get('pupil'));
	const question = words(form, 'question');
	if (!pupil) return no('missing');
	return question ? ok({ pupil, question }) : no('words-missing');
}

export function readDecision(form: FormData, refuses: boolean): Outcome<Decision, 'words-missing' | 'ground-missing'> {
	const ground = grounds.find((one) => one === form.get('ground')) ?? null;
	const answer = words(form, refuses ? 'reason' : 'answer');
	if (refuses && !ground) return no('ground-missing');
	return answer ? ok({ answer, ground: refuses ? ground : null }) : no('words-missing');
}

function words(form: FormData, name: string) {
	return String(form.get(name) ?? '')
		.trim()
		.slice(0, longest);
}
