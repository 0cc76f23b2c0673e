import { error } from '@sveltejs/kit';
import { parsePurpose } from '#modules/consent/consent.input.ts';
import type { PurposeId } from '#modules/consent/purpose.ts';
import { whatIsOff } from '#modules/consent/consent.words.ts';
import { addPurpose, purposes, retirePurpose } from '#modules/consent/purposes.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await purposes(ctx);
	if (!found.ok || !ctx.person.tasks.some((task) => task === 'office' || task === 'leadership')) error(404);
	return { purposes: found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	addPurpose: async ({ locals: { ctx }, request, url }) => {
		const form = await request.formData();
		const parsed = parsePurpose(form);
		if (!parsed.ok) return refuse('addPurpose', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		const added = await addPurpose(ctx, parsed.value);
		return added.ok ? goOn(url, 'addPurpose') : error(404);
	},

	retirePurpose: async ({ locals: { ctx }, request, url }) => {
		const id = asId<PurposeId>((await request.formData()).get('purpose')) ?? error(404);
		const retired = await retirePurpose(ctx, id);
		return retired.ok ? goOn(url, 'retirePurpose') : error(404);
	}
};
