import { asId, type PersonId } from '#platform/ids.ts';
import { claimKinds, type ClaimId, type ClaimKind } from './claim.ts';

const longest = 2000;

/** Undefined: no such question can be meant. */
export function readClaim(form: FormData): { kind: ClaimKind; about: PersonId; words: string } | undefined {
	const kind = claimKinds.find((one) => one === form.get('kind'));
	const about = asId<PersonId>(form.get('about'));
	return kind && about ? { kind, about, words: wordsIn(form) } : undefined;
}

export function readAnswer(form: FormData): { id: ClaimId; words: string } | undefined {
	const id = asId<ClaimId>(form.get('claim'));
	return id && { id, words: wordsIn(form) };
}

function wordsIn(form: FormData) {
	return String(form.get('words') ?? '')
		.trim()
		.slice(0, longest);
}
