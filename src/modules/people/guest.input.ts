import { asId, type PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay, type Day } from '#platform/time.ts';
import { steps, type Step } from './say-proposal.ts';

export type GuestFormReason = 'missing' | 'until-wrong' | 'name-missing';

export function readGuardianGuest(form: FormData): Outcome<{ guardian: PersonId; until: Day }, GuestFormReason> {
	const guardian = asId<PersonId>(form.get('guardian'));
	const until = asDay(form.get('until'));
	if (!guardian) return no('missing');
	return until ? ok({ guardian, until }) : no('until-wrong');
}

type OtherGuest = { givenName: string; surname: string; email: string; until: Day };
export function readOtherGuest(form: FormData): Outcome<OtherGuest, GuestFormReason> {
	const [givenName, surname, email] = ['givenName', 'surname', 'email'].map((name) =>
		String(form.get(name) ?? '')
			.trim()
			.slice(0, 120)
	) as [string, string, string];
	const until = asDay(form.get('until'));
	if (!givenName || !surname || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return no('name-missing');
	return until ? ok({ givenName, surname, email, until }) : no('until-wrong');
}

/** Undefined: no such step. */
export function readStep(form: FormData): Step | undefined {
	return steps.find((step) => String(step) === form.get('step'));
}
