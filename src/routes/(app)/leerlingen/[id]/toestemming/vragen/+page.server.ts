import { error, redirect } from '@sveltejs/kit';
import { parseAsked, readPurpose } from '#modules/consent/consent.input.ts';
import { textOf, whatIsOff, whyNot } from '#modules/consent/consent.words.ts';
import * as consents from '#modules/consent/consents.server.ts';
import { lastDayOf } from '#modules/consent/purpose.ts';
import { purposes } from '#modules/consent/purposes.server.ts';
import { isStaff } from '#platform/ctx.ts';
import { refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { addDays, dayOf } from '#platform/time.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const found = await consents.ofPupil(ctx, asId<PersonId>(params.id) ?? error(404));
	if (!found.ok || !isStaff(ctx)) error(404);
	const own = await purposes(ctx);
	const { callName, pupil: id } = found.value.circle;
	const purpose = readPurpose(url.searchParams.get('doel'));
	const chosen = own.ok ? own.value.find((one) => one.id === url.searchParams.get('eigen')) : undefined;
	const today = dayOf(ctx.now);
	const about = purpose && {
		purpose,
		text: chosen ?? textOf(purpose),
		first: addDays(today, 1),
		last: lastDayOf(purpose, today)
	};
	return { pupil: { id, callName }, own: own.ok ? own.value : [], about };
};

export const actions: Actions<Answered> = {
	ask: async ({ params, locals: { ctx }, request, url }) => {
		const pupil = asId<PersonId>(params.id) ?? error(404);
		const found = await consents.ofPupil(ctx, pupil);
		const purpose = readPurpose(url.searchParams.get('doel'));
		if (!found.ok || !purpose) error(404);
		const form = await request.formData();
		const parsed = parseAsked(form, purpose);
		if (!parsed.ok) return refuse('ask', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		const asked = await consents.ask(ctx, pupil, parsed.value);
		if (!asked.ok) return refuse('ask', asked.reason, whyNot(asked.reason, ctx.language), form);
		redirect(303, `/leerlingen/${pupil}/toestemming?gedaan=ask`);
	}
};
