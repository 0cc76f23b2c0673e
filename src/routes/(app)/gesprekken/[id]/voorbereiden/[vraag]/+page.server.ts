import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { can } from '#modules/conversations/conversation.ts';
import { sayReason } from '#modules/conversations/conversation.words.ts';
import { questionsFor } from '#modules/conversations/preparation.ts';
import { successorsOf } from '#modules/cycle/successors.server.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import { keepOn, statusOf, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { id, at, whose } = askedIn(event);
	const found = await preparations.get(ctx, id, whose);
	const question = found.ok && found.value.questions[at - 1];
	if (!found.ok || !question) error(404, sayReason('missing', ctx.language));
	const { talk, child, reader, isChild, questions, preparation, standpoint } = found.value;
	if (!can('hold', talk)) redirect(303, overview(event));
	const answer = preparation.answers.find((each) => each.question === question);
	return {
		...{
			id,
			question,
			at,
			of: questions.length,
			callName: child.name,
			isChild,
			standpoint,
			together: whose === 'child'
		},
		helper: { person: reader.person, name: reader.name },
		text: answer?.text ?? '',
		version: answer?.version ?? 0,
		shared: preparation.sharedAt !== null
	};
};

export const actions: Actions<Answered> = {
	/** While typing it stays on the page (`blijf`); the button goes on to the next question. */
	save: async (event) => {
		const kept = await keep(event);
		if ('status' in kept) return kept;
		if (event.url.searchParams.has('blijf')) return keepOn(event, kept);
		const { at } = askedIn(event);
		const next = at < kept.of ? `/gesprekken/${event.params.id}/voorbereiden/${at + 1}` : undefined;
		redirect(303, next ? `${next}${suffix(event)}` : overview(event));
	}
};

type Event = RequestEvent<{ id: string; vraag: string }>;

async function keep(event: Event) {
	const { ctx } = event.locals;
	const { id, at, whose } = askedIn(event);
	const form = await event.request.formData();
	const text = String(form.get('text') ?? '').trim();
	if (text.length > 4000) return fail(400, { message: sayReason('too-long', ctx.language), text });
	const found = await preparations.get(ctx, id, whose);
	const questions = found.ok ? questionsFor(found.value.talk.kind, found.value.isChild) : [];
	const given = { question: questions[at - 1] ?? '', text, version: Number(form.get('version')) || 0 };
	// Cancelled while somebody was writing: it belongs to the talk that took its place.
	const cancelled = found.ok && found.value.talk.state === 'cancelled';
	const successor = cancelled ? (await successorsOf(ctx, id))?.talks[0]?.id : undefined;
	const saved = await preparations.save(ctx, successor ?? id, whose, given);
	if (!saved.ok) {
		if (saved.reason === 'missing') error(404, sayReason('missing', ctx.language));
		return fail(statusOf(saved.reason), { message: sayReason(saved.reason, ctx.language), text });
	}
	const { conflict, ...written } = saved.value;
	if (conflict) return fail(409, { message: sayReason('conflict', ctx.language), ...written });
	return { version: written.version, of: questions.length };
}

function askedIn({ params, url, locals }: Event) {
	const id = conversationId(params.id);
	const at = /^[1-9]$/.test(params.vraag) ? Number(params.vraag) : 0;
	if (!id || !at) error(404, sayReason('missing', locals.ctx.language));
	return { id, at, whose: url.searchParams.get('samen') === 'ja' ? ('child' as const) : ('own' as const) };
}

function overview(event: Event) {
	return `/gesprekken/${event.params.id}/voorbereiden${suffix(event)}`;
}

function suffix({ url }: Event) {
	return url.searchParams.get('samen') === 'ja' ? '?samen=ja' : '';
}
