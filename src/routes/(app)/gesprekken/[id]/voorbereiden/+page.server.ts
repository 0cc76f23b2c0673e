import { error, fail, redirect } from '@sveltejs/kit';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { sayReason } from '#modules/conversations/conversation.words.ts';
import { can } from '#modules/conversations/conversation.ts';
import { planOf } from '#modules/conversations/kinds.ts';
import { unshared } from '#modules/conversations/preparation.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import { goOn, statusOf, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const id = conversationId(params.id);
	const together = url.searchParams.get('samen') === 'ja';
	const found = id && (await preparations.get(ctx, id, together ? 'child' : 'own'));
	if (!found?.ok) error(404, sayReason('missing', ctx.language));
	const { talk, child, reader, isChild, questions, preparation, standpoint } = found.value;
	if (talk.state === 'cancelled') redirect(303, `/gesprekken/${talk.id}`);
	return {
		...{
			id: talk.id,
			callName: child.name,
			helper: reader.name,
			together,
			isChild,
			questions,
			role: reader.role,
			standpoint
		},
		...{ kind: talk.kind, startsAt: talk.startsAt },
		audience: planOf(talk.kind).audience,
		answers: preparation.answers,
		sharedAt: preparation.sharedAt,
		toShare: unshared(preparation).length,
		open: can('hold', talk),
		done: url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	share: async ({ locals: { ctx }, params, request, url }) => {
		const id = conversationId(params.id);
		if (!id) error(404, sayReason('missing', ctx.language));
		const together = url.searchParams.get('samen') === 'ja';
		const audience = (await request.formData()).get('audience') === 'circle' ? 'circle' : 'adults';
		const shared = await preparations.share(ctx, id, together ? 'child' : 'own', audience);
		if (!shared.ok) return fail(statusOf(shared.reason), { message: sayReason(shared.reason, ctx.language) });
		goOn(url, 'share');
	}
};
