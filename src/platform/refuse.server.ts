import { error, fail, type ActionFailure } from '@sveltejs/kit';

type Words = () => string;

/**
 * The one place where a refusal of a use case becomes an answer (house.md §6): what you may not see is missing (404), what
 * you may not do is refused (403), what cannot be any more is a conflict (409). Each with its sentence on the page.
 */
export function refuse<Reason extends string, More extends Record<string, unknown> = Record<never, never>>(
	reason: Reason,
	words: Record<Reason, Words>,
	more: More = {} as More
): ActionFailure<{ message: string } & More> {
	if (reason === 'missing') error(404);
	return fail(reason === 'refused' ? 403 : 409, { message: words[reason](), ...more });
}
