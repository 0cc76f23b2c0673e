import { error, fail, redirect } from '@sveltejs/kit';
import type { Outcome } from './outcome.ts';

/** Why not, in the words of a room: by the field that can mend it, or in one sentence on top of the page. */
export type WhyNot = { errors: Record<string, string>; message?: string };
/** What a form gets back. `move` says which form of the page it was; `values` is all that was typed. */
export type Refusal = WhyNot & { move: string; values: Record<string, string> };

/** Refusals whose cause is that somebody else was first, or that the thing has moved on. */
const atOdds = [
	'changed',
	'conflict',
	'wrong-state',
	'taken',
	'started',
	'next-missing',
	'just-reminded',
	'already-wished'
];

/** Refusals because what was named is not there for this reader: in the address, or in a form nobody was shown. */
const absent = ['missing', 'owner-unknown'];

/** The one place where a refusal becomes an HTTP status; what the form itself can mend is 400. */
export function statusOf(reason: string): 400 | 403 | 404 | 409 {
	if (absent.includes(reason)) return 404;
	if (reason === 'refused') return 403;
	return atOdds.includes(reason) ? 409 : 400;
}

/** A refusal keeps everything that was typed; what the reader may not see is a page that isn't there. */
export function refuse(move: string, reason: string, whyNot: WhyNot, form?: FormData) {
	const status = statusOf(reason);
	if (status === 404) error(404, whyNot.message ?? '');
	return fail<Refusal>(status, { move, values: form ? typedIn(form) : {}, ...whyNot });
}

/** A refusal that is one sentence on the page; `more` is what else the page needs to stand as it stood. */
export function refuseInWords<Reason extends string, More extends Record<string, unknown> = Record<never, never>>(
	reason: Reason,
	words: Record<Reason, () => string>,
	more: More = {} as More
) {
	const status = statusOf(reason);
	if (status === 404) error(404, words[reason]());
	return fail(status, { message: words[reason](), ...more });
}

/** On to `address` when it went well, where `?gedaan=` says what was done; else back to the form. */
export async function answer<Reason extends string>(
	move: string,
	asked: Promise<Outcome<unknown, Reason>>,
	address: string,
	whyNot: (reason: Reason) => WhyNot,
	form?: FormData
) {
	const outcome = await asked;
	if (!outcome.ok) return refuse(move, outcome.reason, whyNot(outcome.reason), form);
	redirect(303, `${address}?gedaan=${move}`);
}

function typedIn(form: FormData): Record<string, string> {
	return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
