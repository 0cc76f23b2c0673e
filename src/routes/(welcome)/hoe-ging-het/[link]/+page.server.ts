import { fail } from '@sveltejs/kit';
import { parseNote } from '#modules/agreements/agreement.input.ts';
import { noteResults } from '#modules/agreements/agreement.ts';
import * as taps from '#modules/agreements/taps.server.ts';
import { tapReasonWords } from '#modules/agreements/tap.words.ts';
import { now } from '#platform/clock.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Only shows the buttons: a mail scanner that follows the link tells nothing. */
export const load: PageServerLoad = async ({ params, url, locals: { language }, getClientAddress }) => {
	const found = await taps.find(params.link, getClientAddress(), now());
	const chosen = noteResults.find((result) => result === url.searchParams.get('antwoord')) ?? null;
	const done = url.searchParams.get('gedaan');
	return found.ok
		? { tap: found.value, chosen, done, language: found.value.language, why: null }
		: { tap: null, chosen, done, language, why: tapReasonWords[found.reason]({}, { locale: language }) };
};

export const actions: Actions<Answered> = {
	note: async (event) => {
		const said = parseNote(await event.request.formData());
		return answered(event, taps.note(event.params.link, event.getClientAddress(), now(), said), 'note');
	},
	wishEarlier: async (event) =>
		answered(event, taps.wishEarlier(event.params.link, event.getClientAddress(), now()), 'wishEarlier')
};

async function answered(
	{ url, locals: { language } }: RequestEvent,
	used: Promise<Outcome<undefined, taps.TapReason>>,
	done: string
) {
	const outcome = await used;
	if (!outcome.ok) {
		const message = tapReasonWords[outcome.reason]({}, { locale: language });
		return fail(outcome.reason === 'too-many' ? 429 : 409, { message });
	}
	url.searchParams.delete('antwoord');
	goOn(url, done);
}
