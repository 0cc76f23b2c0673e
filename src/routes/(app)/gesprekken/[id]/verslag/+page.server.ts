import { error, fail } from '@sveltejs/kit';
import { asVisitor } from '#modules/consent/looks.server.ts';
import { conversationId, parseNext } from '#modules/conversations/conversation.input.ts';
import { sayReason, type AnyReason } from '#modules/conversations/conversation.words.ts';
import { handOver } from '#modules/conversations/handovers.server.ts';
import {
	parseDraft,
	parsePerson,
	parseSeen,
	parseView,
	typedDraft,
	type Draft
} from '#modules/conversations/record.input.ts';
import * as recordPage from '#modules/conversations/record-page.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as responses from '#modules/conversations/responses.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { goOn, keepOn, statusOf, type Answered } from '#platform/form.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const id = conversationId(params.id);
	const found = id && (await recordPage.get(await asVisitor(ctx), id));
	if (!found?.ok) error(404, sayReason('missing', ctx.language));
	const { entries, may } = found.value;
	const full = may.readAll && url.searchParams.has('alles');
	const writing = may.share || (may.write && url.searchParams.has('aanpassen'));
	const said = full || may.share ? entries : [];
	return { ...found.value, entries: said, full, writing, now: ctx.now, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	write: async (event) => {
		const kept = await keep(event);
		return 'status' in kept ? kept : keepOn(event, { version: kept.version });
	},
	record: (event) => shareAs(event, 'record', records.record),
	amend: (event) => shareAs(event, 'amend', records.amend),
	acknowledge: async (event) => {
		const seen = parseSeen(await event.request.formData());
		return answer(event, await responses.acknowledge(event.locals.ctx, idIn(event), seen), 'acknowledge');
	},
	view: async (event) => {
		const form = await event.request.formData();
		const parsed = parseView(form);
		if (!parsed.ok) return refuse(event, parsed.reason, { view: String(form.get('text') ?? '') });
		const { text, audience } = parsed.value;
		const viewed = await responses.view(event.locals.ctx, idIn(event), text, audience, parseSeen(form));
		return viewed.ok ? goOn(event.url, 'view') : refuse(event, viewed.reason, { view: text });
	},
	handOver: async (event) => {
		const to = parsePerson(await event.request.formData()) ?? error(404);
		return answer(event, await handOver(event.locals.ctx, idIn(event), to), 'handOver');
	},
	followUp: async (event) => {
		const parsed = parseNext(await event.request.formData());
		return answer(event, parsed.ok ? await sittings.followUp(event.locals.ctx, idIn(event), parsed.value) : parsed);
	},
	close: async (event) => answer(event, await sittings.close(event.locals.ctx, idIn(event)))
};

/** What comes back when it can't be kept: the words as they were typed, or with those of who wrote meanwhile. */
type Typed = { draft?: Draft; view?: string };

/** Keep what is on the screen, and share that and nothing else. */
async function shareAs(event: RequestEvent, done: string, share: typeof records.record) {
	const draft = await keep(event);
	if ('status' in draft) return draft;
	const shared = await share(event.locals.ctx, idIn(event), draft.version);
	if (!shared.ok) return refuse(event, shared.reason, { draft });
	const address = new URL(event.url);
	address.searchParams.delete('aanpassen');
	return goOn(address, done);
}

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
