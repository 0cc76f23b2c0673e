import { error, fail, redirect } from '@sveltejs/kit';
import { providerReasonWords } from '#modules/people/person.words.ts';
import { readProvider } from '#modules/people/provider.input.ts';
import * as providers from '#modules/people/providers.server.ts';
import { goOn, refuse, typedIn, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { mayLoopback, returnAddress } from '#platform/oidc.server.ts';
import { sayWhyNot } from '#platform/sign-in.words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await providers.get(ctx);
	if (!found.ok) error(404);
	return {
		...found.value,
		returnAddress: returnAddress(),
		trying: asId(url.searchParams.get('proef')),
		wrong: sayWhyNot(url.searchParams.get('mis'), ctx.language),
		done: url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	tryOut: async ({ request, locals: { ctx } }) => {
		const form = await request.formData();
		const settings = readProvider(form, mayLoopback());
		const values = typedIn(form);
		delete values.clientSecret;
		if (!settings.ok) return fail(400, { values, errors: { [fieldOf[settings.reason]]: say(settings.reason) } });
		const asked = await providers.tryOut(ctx, settings.value);
		if (asked.ok) redirect(303, `/school/inloggen?proef=${asked.value}`);
		if (asked.reason === 'missing') error(404);
		return fail(400, { values, errors: { domains: say(asked.reason) } });
	},

	drop: async ({ locals: { ctx }, url }) => {
		const dropped = await providers.drop(ctx);
		if (!dropped.ok) return refuse('drop', dropped.reason, { errors: {} });
		goOn(url, 'drop');
	},

	forgetSecondStep: async ({ request, locals: { ctx }, url }) => {
		const staff = asId<PersonId>((await request.formData()).get('staff'));
		if (!staff || !(await providers.forgetSecondStep(ctx, staff)).ok) error(404);
		goOn(url, 'forgetSecondStep');
	}
};

const fieldOf = {
	'label-missing': 'label',
	'issuer-wrong': 'issuer',
	'client-missing': 'clientId',
	'domain-wrong': 'domains'
} as const;
const say = (reason: keyof typeof providerReasonWords) => providerReasonWords[reason]();
