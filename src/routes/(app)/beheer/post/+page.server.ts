import { error } from '@sveltejs/kit';
import * as messages from '#modules/notifications/messages.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import { asId, type MessageId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const troubled = await messages.troubled(ctx);
	if (!troubled.ok) error(404);
	return { ...troubled.value, done: url.searchParams.get('gedaan'), language: ctx.language };
};

export const actions: Actions<Answered> = {
	retry: async ({ request, locals: { ctx }, url }) => {
		const named = (await request.formData()).get('message');
		const retried = await messages.retry(ctx, named ? asId<MessageId>(named) : undefined);
		if (!retried.ok) error(404);
		goOn(url, 'retry');
	}
};
