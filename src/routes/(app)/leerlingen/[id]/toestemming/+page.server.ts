import { error } from '@sveltejs/kit';
import { readWords } from '#modules/consent/consent.input.ts';
import type { ConsentId } from '#modules/consent/consent.ts';
import { whyNot } from '#modules/consent/consent.words.ts';
import * as consents from '#modules/consent/consents.server.ts';
import { isStaff } from '#platform/ctx.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const found = await consents.ofPupil(ctx, asId<PersonId>(params.id) ?? error(404));
	if (!found.ok) error(404);
	const { circle, reader, cards } = found.value;
	return {
		pupil: { id: circle.pupil, callName: circle.callName },
		isChild: reader.role === 'pupil',
		isStaff: isStaff(ctx),
		cards,
		done: url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	give: (event) => answer(event, 'give', consents.give),
	decline: (event) => answer(event, 'decline', consents.decline),
	withdraw: (event) => answer(event, 'withdraw', consents.withdraw),
	drop: (event) => answer(event, 'drop', consents.drop),
	end: (event) => answer(event, 'end', consents.end),
	say: (event) =>
		answer(event, 'say', (ctx, id, form) => {
			const words = readWords(form);
			return consents.say(ctx, id, words.ok ? words.value : '');
		})
};

async function answer(
	{ locals: { ctx }, request, url }: RequestEvent,
	move: string,
	how: (ctx: App.Locals['ctx'], id: ConsentId, form: FormData) => Promise<Outcome<undefined, consents.ConsentReason>>
) {
	const form = await request.formData();
	const outcome = await how(ctx, asId<ConsentId>(form.get('consent')) ?? error(404), form);
	if (outcome.ok) goOn(url, move);
	return refuse(move, outcome.reason, whyNot(outcome.reason, ctx.language), form);
}
