import { error, fail, redirect, type ActionFailure } from '@sveltejs/kit';
import type { Outcome } from './outcome.ts';

/** Why not, in the words of a room: by the field that can mend it, or in one sentence on top of the page. */
export type WhyNot = { errors: Record<string, string>; message?: string };
/** What a form gets back. `move` says which form of the page it was; `values` is all that was typed. */
export type Refusal = WhyNot & { move: string; values: Record<string, string> };

/** Refusals whose cause is that somebody else was first, or that the thing has moved on. */
const atOdds = [
	'already-asked',
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

/** Refusals because it is there, and somebody else’s to do. */
const others = ['refused', 'not-yours'];

/** The one place where a refusal becomes an HTTP status; what the form itself can mend is 400. */
export function statusOf(reason: string): 400 | 403 | 404 | 409 {
	if (absent.includes(reason)) return 404;
	if (others.includes(reason)) return 403;
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

/** A form arrives without the character NUL: nobody types it, and PostgreSQL cannot hold it. */
export function withoutNul(request: Request) {
	const read = request.formData.bind(request);
	request.formData = async () => {
		const form = new FormData();
		for (const [name, value] of await read()) {
			form.append(name.replaceAll('\0', ''), typeof value === 'string' ? value.replaceAll('\0', '') : value);
		}
		return form;
	};
}

declare const forScript: unique symbol;
type ForScript = { readonly [forScript]: true };

/**
 * All that a door may answer to a form: why not, or words for a script that saves while somebody types. What was done leads
 * on to an address, so that loading the page again does nothing twice (`Actions<Answered>` in every door).
 */
export type Answered = ActionFailure<Record<string, unknown> | undefined> | ForScript;

/** It was done: on to this page again, where `?gedaan=` says what; what else the form's address named stays. */
export function goOn({ pathname, searchParams }: URL, done?: string): never {
	const stays = [...searchParams].filter(([name]) => !name.startsWith('/') && name !== 'gedaan');
	const query = new URLSearchParams(done ? [...stays, ['gedaan', done]] : stays).toString();
	redirect(303, query ? `${pathname}?${query}` : pathname);
}

/** It was kept while somebody types: the script hears so and stays; without one, on to the page again. */
export function keepOn<Kept extends Record<string, unknown>>({ request, url }: Asked, kept: Kept): Kept & ForScript {
	if (request.headers.get('x-sveltekit-action') !== 'true') goOn(url);
	return kept as Kept & ForScript;
}
type Asked = { request: Request; url: URL };

/** Kept while somebody types; with what another device wrote meanwhile (409); or why not, with all that was typed. */
export function answerWritten<Reason extends string, Kept extends { version: number }>(
	event: Asked,
	written: Outcome<Kept & { conflict: boolean }, Reason>,
	words: Record<Reason | 'conflict', () => string>,
	form: FormData
) {
	if (!written.ok) return refuseInWords(written.reason, words, { texts: typedIn(form), version: undefined });
	const { conflict, ...kept } = written.value;
	return conflict ? refuseInWords('conflict', words, kept) : keepOn(event, { version: kept.version });
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

/** All that was typed, by field. */
export function typedIn(form: FormData): Record<string, string> {
	const isTyped = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';
	// An answer that holds a field of this name cannot be sent; no form of ours has one.
	return Object.fromEntries([...form].filter(isTyped).filter(([name]) => name !== '__proto__'));
}
