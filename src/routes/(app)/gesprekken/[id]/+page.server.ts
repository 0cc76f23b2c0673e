import { error, fail, redirect } from '@sveltejs/kit';
import { conversationId, parseMoment } from '#modules/conversations/conversation.input.ts';
import { sayReason, type AnyReason } from '#modules/conversations/conversation.words.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import { parseEntry, parseEntryChange, parseNewEntry } from '#modules/conversations/entry.input.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import { statusOf } from '#platform/form.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { wallClock } from '#platform/time.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const id = conversationId(params.id);
	const found = id && (await table.get(ctx, id));
	if (!found?.ok) error(404, sayReason('missing', ctx.language));
	const { startsAt } = found.value.talk;
	return { ...found.value, at: startsAt && wallClock(startsAt) };
};

export const actions: Actions = {
	say: async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		const parsed = parseNewEntry(form);
		return answer(ctx, parsed.ok ? await entries.say(ctx, idIn(params, ctx), parsed.value) : parsed, form);
	},
	reword: async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		const parsed = parseEntryChange(form);
		if (!parsed.ok) return answer(ctx, parsed, form);
		const reworded = await entries.reword(ctx, idIn(params, ctx), parsed.value.entry, parsed.value);
		return reworded.ok && reworded.value.conflict
			? answer(ctx, { ok: false, reason: 'conflict' })
			: answer(ctx, reworded, form);
	},
	remove: async ({ locals: { ctx }, params, request }) => {
		const parsed = parseEntry(await request.formData());
		return answer(ctx, parsed.ok ? await entries.remove(ctx, idIn(params, ctx), parsed.value) : parsed);
	},
	move: async ({ locals: { ctx }, params, request }) => {
		const parsed = parseMoment(await request.formData());
		return answer(ctx, parsed.ok ? await plans.move(ctx, idIn(params, ctx), parsed.value) : parsed);
	},
	cancel: async ({ locals: { ctx }, params }) => {
		const cancelled = await plans.cancel(ctx, idIn(params, ctx));
		if (cancelled.ok) redirect(303, '/gesprekken');
		return answer(ctx, cancelled);
	}
};

/** A refusal keeps the words that were typed: on the page, to take along or to try again. */
function answer({ language }: App.Locals['ctx'], outcome: Outcome<unknown, AnyReason>, form?: FormData) {
	if (outcome.ok) return { done: true };
	const typed = form && String(form.get('text') ?? '');
	return fail(statusOf(outcome.reason), { message: sayReason(outcome.reason, language), typed });
}

function idIn(params: { id: string }, { language }: App.Locals['ctx']) {
	return conversationId(params.id) ?? error(404, sayReason('missing', language));
}
