import { asId, type HouseholdId, type PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay, type Day } from '#platform/time.ts';
import { bars, type Bar } from './authority.ts';
import { proofs, type Proof } from './proof.ts';
import type { SecretFor } from './secrecy.ts';

/** What was seen, and from which day it is. */
export type Seen = { proof: Proof; proofOn: Day };
export type Check = Seen & { guardian: PersonId; authority: 'yes' | 'no' | 'guardianship'; institution: string | null };
export type Forbidding = Seen & { guardian: PersonId; kind: Bar; from: Day; until: Day | null };
export type Lifting = Seen & { guardian: PersonId; restriction: string };
export type Moving = { guardian: PersonId; to: HouseholdId | 'new' };
export type Hiding = { guardian: PersonId; secretFor: SecretFor | null };

export type AuthorityFormReason = 'missing' | 'authority-missing' | 'proof-missing' | 'day-missing' | 'kind-missing';

export function readCheck(form: FormData): Outcome<Check, AuthorityFormReason> {
	const guardian = asId<PersonId>(form.get('guardian'));
	const authority = (['yes', 'no', 'guardianship'] as const).find((one) => one === form.get('authority'));
	if (!guardian) return no('missing');
	if (!authority) return no('authority-missing');
	const seen = readSeen(form);
	if (!seen.ok) return seen;
	const institution = authority === 'guardianship' ? text(form, 'institution', 120) || null : null;
	return ok({ guardian, authority, institution, ...seen.value });
}

export function readForbidding(form: FormData): Outcome<Forbidding, AuthorityFormReason> {
	const guardian = asId<PersonId>(form.get('guardian'));
	const kind = bars.find((one) => one === form.get('kind'));
	const from = asDay(form.get('from'));
	if (!guardian) return no('missing');
	if (!kind) return no('kind-missing');
	const until = form.get('until') ? asDay(form.get('until')) : null;
	if (!from || until === undefined) return no('day-missing');
	const seen = readSeen(form);
	return seen.ok ? ok({ guardian, kind, from, until, ...seen.value }) : seen;
}

export function readLifting(form: FormData): Outcome<Lifting, AuthorityFormReason> {
	const guardian = asId<PersonId>(form.get('guardian'));
	const restriction = asId(form.get('restriction'));
	if (!guardian || !restriction) return no('missing');
	const seen = readSeen(form);
	return seen.ok ? ok({ guardian, restriction, ...seen.value }) : seen;
}

/** Undefined: nobody, or no home, can be meant. */
export function readMoving(form: FormData): Moving | undefined {
	const guardian = asId<PersonId>(form.get('guardian'));
	const to = form.get('to') === 'new' ? 'new' : asId<HouseholdId>(form.get('to'));
	return guardian && to && { guardian, to };
}

export function readHiding(form: FormData): Hiding | undefined {
	const guardian = asId<PersonId>(form.get('guardian'));
	const secretFor = (['office', 'teachers'] as const).find((one) => one === form.get('secretFor'));
	if (!guardian || (form.get('secretFor') !== 'nobody' && !secretFor)) return undefined;
	return { guardian, secretFor: secretFor ?? null };
}

function readSeen(form: FormData): Outcome<Seen, 'proof-missing' | 'day-missing'> {
	const proof = proofs.find((one) => one === form.get('proof'));
	const proofOn = asDay(form.get('proofOn'));
	if (!proof) return no('proof-missing');
	return proofOn ? ok({ proof, proofOn }) : no('day-missing');
}

function text(form: FormData, name: string, longest: number) {
	return String(form.get(name) ?? '')
		.trim()
		.slice(0, longest);
}
