import { error, fail } from '@sveltejs/kit';
import { asVisitor } from '#modules/consent/looks.server.ts';
import { conversationId, parseNext } from '#modules/conversations/conversation.input.ts';
import { sayReason, type AnyReason } from '#modules/conversations/conversation.words.ts';
import { parseDraft, parseView, typedDraft, type Draft } from '#modules/conversations/record.input.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { goOn, keepOn, statusOf, type Answered } from '#platform/form.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const id = conversationId(params.id);
	const found = id && (await records.get(await asVisitor(ctx), id));
	if (!found?.ok) error(404, sayReason('missing', ctx.language));
	const { entries, may } = found.value;
	const full = may.readAll && url.searchParams.has('alles');
	const said = full || may.write ? entries : [];
	return { ...found.value, entries: said, full, now: ctx.now, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	write: async (event) => {
		const kept = await keep(event);
		return 'status' in kept ? kept : keepOn(event, { version: kept.version });
	},
	record: async (event) => {
		const draft = await keep(event);
		if ('status' in draft) return draft;
		const recorded = await records.record(event.locals.ctx, idIn(event));
		return recorded.ok ? goOn(event.url, 'record') : refuse(event, recorded.reason, { draft });
	},
	acknowledge: async (event) => answer(event, await records.acknowledge(event.locals.ctx, idIn(event)), 'acknowledge'),
	view: async (event) => {
		const form = await event.request.formData();
		const parsed = parseView(form);
		if (!parsed.ok) return refuse(event, parsed.reason, { view: String(form.get('text') ?? '') });
		const { text, audience } = parsed.value;
		const viewed = await records.view(event.locals.ctx, idIn(event), text, audience);
		return viewed.ok ? goOn(event.url, 'view') : refuse(event, viewed.reason, { view: text });
	},
	followUp: async (event) => {
		const parsed = parseNext(await event.request.formData());
		return answer(event, parsed.ok ? await sittings.followUp(event.locals.ctx, idIn(event), parsed.value) : parsed);
	},
	close: async (event) => answer(event, await sittings.close(event.locals.ctx, idIn(event)))
};

/** What comes back when it can't be kept: the words as they were typed, or with those of who wrote meanwhile. */
type Typed = { draft?: Draft; view?: string };

async function keep(event: RequestEvent) {
	const form = await event.request.formData();
	const parsed = parseDraft(form);
	const written = parsed.ok ? await records.write(event.locals.ctx, idIn(event), parsed.value) : parsed;
	if (!written.ok) return refuse(event, written.reason, { draft: typedDraft(form) });
	const { conflict, ...draft } = written.value;
	return conflict ? refuse(event, 'conflict', { draft }) : draft;
}

function answer(event: RequestEvent, outcome: Outcome<unknown, AnyReason>, done?: string) {
	return outcome.ok ? goOn(event.url, done) : refuse(event, outcome.reason, {});
}

function refuse({ locals }: RequestEvent, reason: AnyReason, typed: Typed) {
	return fail(statusOf(reason), { message: sayReason(reason, locals.ctx.language), ...typed });
}

function idIn({ params, locals }: RequestEvent) {
	return conversationId(params.id) ?? error(404, sayReason('missing', locals.ctx.language));
}
