import { error, fail, redirect } from '@sveltejs/kit';
import { readReason } from '#modules/consent/look.input.ts';
import { reasonWords } from '#modules/consent/look.words.ts';
import * as looks from '#modules/consent/looks.server.ts';
import type { Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx } }) => {
	const id = asId<PersonId>(params.id) ?? error(404);
	const found = await looks.door(ctx, id);
	if (!found.ok) error(404);
	if (found.value.isOpen) redirect(303, `/leerlingen/${id}`);
	return { callName: found.value.callName };
};

export const actions: Actions<Answered> = {
	lookIn: async ({ params, request, locals: { ctx } }) => {
		const id = asId<PersonId>(params.id) ?? error(404);
		const form = await request.formData();
		const found = await looks.door(ctx, id);
		if (!found.ok) error(404);
		const said = readReason(form);
		if (!said.ok) {
			return fail(400, { errors: { reason: reasonWords[said.reason]() }, typed: String(form.get('reason') ?? '') });
		}
		const looked = await looks.lookIn(ctx, id, said.value);
		if (!looked.ok) error(404);
		redirect(303, `/leerlingen/${id}`);
	}
};
