import { error, fail } from '@sveltejs/kit';
import { conversationId, parseNext } from '#modules/conversations/conversation.input.ts';
import { sayReason, type AnyReason } from '#modules/conversations/conversation.words.ts';
import { parseDraft, parseView } from '#modules/conversations/record.input.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { statusOf } from '#platform/form.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const id = conversationId(params.id);
	const found = id && (await records.get(ctx, id));
	if (!found?.ok) error(404, sayReason('missing', ctx.language));
	return { ...found.value, now: ctx.now };
};

export const actions: Actions = {
	write: async (event) => {
		const written = await keep(event);
		if (!written.ok) return answer(event, written);
		const { conflict, ...draft } = written.value;
		if (conflict) return fail(409, { message: sayReason('conflict', event.locals.ctx.language), draft });
		return { version: draft.version };
	},
	record: async (event) => {
		const written = await keep(event);
		if (!written.ok) return answer(event, written);
		const { conflict, ...draft } = written.value;
		if (conflict) return fail(409, { message: sayReason('conflict', event.locals.ctx.language), draft });
		return answer(event, await records.record(event.locals.ctx, idIn(event)), 'recorded');
	},
	acknowledge: async (event) => answer(event, await records.acknowledge(event.locals.ctx, idIn(event)), 'responded'),
	view: async (event) => {
		const parsed = parseView(await event.request.formData());
		if (!parsed.ok) return answer(event, parsed);
		const { text, audience } = parsed.value;
		return answer(event, await records.view(event.locals.ctx, idIn(event), text, audience), 'responded');
	},
	followUp: async (event) => {
		const parsed = parseNext(await event.request.formData());
		return answer(event, parsed.ok ? await sittings.followUp(event.locals.ctx, idIn(event), parsed.value) : parsed);
	},
	close: async (event) => answer(event, await sittings.close(event.locals.ctx, idIn(event)))
};

async function keep(event: RequestEvent) {
	const parsed = parseDraft(await event.request.formData());
	return parsed.ok ? records.write(event.locals.ctx, idIn(event), parsed.value) : parsed;
}

function answer({ locals }: RequestEvent, outcome: Outcome<unknown, AnyReason>, done?: 'recorded' | 'responded') {
	if (outcome.ok) return { done };
	return fail(statusOf(outcome.reason), { message: sayReason(outcome.reason, locals.ctx.language) });
}

function idIn({ params, locals }: RequestEvent) {
	return conversationId(params.id) ?? error(404, sayReason('missing', locals.ctx.language));
}
