import { error, redirect } from '@sveltejs/kit';
import * as byHand from '#modules/notifications/by-hand.server.ts';
import type { Answered } from '#platform/form.server.ts';
import { asId, type MessageId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx } }) => {
	const id = asId<MessageId>(params.id);
	const found = id && (await byHand.get(ctx, id));
	if (!found?.ok) error(404);
	return found.value;
};

export const actions: Actions<Answered> = {
	passOn: async ({ request, params, locals: { ctx } }) => {
		const id = asId<MessageId>(params.id);
		const told = (await request.formData()).getAll('message').flatMap((one) => asId<MessageId>(one) ?? []);
		const passedOn = id && (await byHand.passOn(ctx, id, told));
		if (!passedOn?.ok) error(404);
		redirect(303, '/vandaag');
	}
};
