import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { parseAttachment, parseAttachmentId, parseCaption } from '#modules/conversations/attachment.input.ts';
import { sayAttachmentReason } from '#modules/conversations/attachment.words.ts';
import * as attachments from '#modules/conversations/attachments.server.ts';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { can } from '#modules/conversations/conversation.ts';
import { sayReason } from '#modules/conversations/conversation.words.ts';
import { parseNoteIds } from '#modules/conversations/note.input.ts';
import { add } from '#modules/conversations/opening.ts';
import { openingsFor } from '#modules/conversations/opening.words.ts';
import { parseWhose, sayWhose } from '#modules/conversations/preparation.input.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import type { Level } from '#modules/conversations/standpoint.ts';
import { successorsOf } from '#modules/cycle/successors.server.ts';
import { goOn, keepOn, statusOf, type Answered } from '#platform/form.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { id, at, whose } = askedIn(event);
	const { found, question } = await foundIn(event);
	const { talk, child, reader, speaker, isChild, questions, preparation, standpoint, level, taps, notes } = found;
	if (!can('hold', talk)) redirect(303, overview(event));
	const answer = preparation.answers.find((each) => each.question === question);
	const form = event.url.searchParams.get('vorm');
	return {
		...{ id, question, at, of: questions.length, callName: child.name, isChild, standpoint, taps, notes },
		...{ query: sayWhose(whose), caller: typeof whose === 'object' ? speaker.name : undefined },
		level: (isChild && form === 'plaatjes' ? 'pictures' : isChild && form === 'woorden' ? 'words' : level) as Level,
		isReader: isChild && whose === 'own',
		helper: { person: reader.person, name: reader.name },
		text: answer?.text ?? '',
		version: answer?.version ?? 0,
		shared: preparation.sharedAt !== null,
		attachments: found.attachments.filter((one) => one.question === question),
		language: ctx.language
	};
};

export const actions: Actions<Answered> = {
	/** While typing it stays on the page (`blijf`); the button goes on to the next question. */
	save: async (event) => {
		const kept = await keep(event, await event.request.formData());
		if ('status' in kept) return kept;
		if (event.url.searchParams.has('blijf')) return keepOn(event, kept);
		const { at } = askedIn(event);
		if (at < kept.of) redirect(303, address(event, `/${at + 1}`));
		// One question, and nothing said: there is nothing to share.
		redirect(303, kept.of === 1 && kept.isEmpty ? `/gesprekken/${event.params.id}` : overview(event));
	},
	/** A sentence or a note that was tapped, where no script put it in. */
	pick: (event) => pickFor(event),
	attach: async (event) => {
		const { id, whose } = askedIn(event);
		const { question } = await foundIn(event);
		const parsed = await parseAttachment(await event.request.formData());
		const { ctx } = event.locals;
		return answer(event, parsed.ok ? await attachments.attach(ctx, id, whose, question, parsed.value) : parsed);
	},
	describe: async (event) => {
		const form = await event.request.formData();
		const attachment = parseAttachmentId(form) ?? error(404);
		const { id } = askedIn(event);
		return answer(event, await attachments.describe(event.locals.ctx, id, attachment, parseCaption(form)));
	},
	detach: async (event) => {
		const attachment = parseAttachmentId(await event.request.formData()) ?? error(404);
		return answer(event, await attachments.detach(event.locals.ctx, askedIn(event).id, attachment));
	}
};

type Event = RequestEvent<{ id: string; vraag: string }>;

async function pickFor(event: Event) {
	const form = await event.request.formData();
	const { found, question } = await foundIn(event);
	const about = { name: found.child.name, isReader: false };
	const opening = openingsFor(found.standpoint, question, about)[Number(form.get('opening') ?? -1)];
	const note = found.notes.find(({ id }) => id === form.get('note'));
	form.set('text', add(String(form.get('text') ?? ''), opening?.words ?? note?.text ?? ''));
	const kept = await keep(event, form);
	if ('status' in kept) return kept;
	goOn(event.url);
}

async function keep(event: Event, form: FormData) {
	const { ctx } = event.locals;
	const { id, whose } = askedIn(event);
	const text = String(form.get('text') ?? '').trim();
	if (text.length > 4000) return fail(400, { message: sayReason('too-long', ctx.language), text });
	const { found, question } = await foundIn(event);
	const given = { question, text, version: Number(form.get('version')) || 0, notes: parseNoteIds(form) };
	// Cancelled while somebody was writing: it belongs to the talk that took its place.
	const cancelled = found.talk.state === 'cancelled';
	const successor = cancelled ? (await successorsOf(ctx, id))?.talks[0]?.id : undefined;
	const saved = await preparations.save(ctx, successor ?? id, whose, given);
	if (!saved.ok) {
		if (saved.reason === 'missing') error(404, sayReason('missing', ctx.language));
		return fail(statusOf(saved.reason), { message: sayReason(saved.reason, ctx.language), text });
	}
	const { conflict, ...written } = saved.value;
	if (conflict) return fail(409, { message: sayReason('conflict', ctx.language), ...written });
	const isEmpty = !written.text && !found.attachments.length;
	return { version: written.version, of: found.questions.length, isEmpty };
}

function answer({ locals, url }: Event, outcome: Outcome<unknown, attachments.AttachmentReason>) {
	if (outcome.ok) goOn(url);
	if (outcome.reason === 'missing') error(404, sayReason('missing', locals.ctx.language));
	return fail(statusOf(outcome.reason), { attach: sayAttachmentReason(outcome.reason, locals.ctx.language) });
}

async function foundIn(event: Event) {
	const { ctx } = event.locals;
	const { id, at, whose } = askedIn(event);
	const found = await preparations.get(ctx, id, whose);
	const question = found.ok && found.value.questions[at - 1];
	if (!found.ok || !question) error(404, sayReason('missing', ctx.language));
	return { found: found.value, question };
}

function askedIn({ params, url, locals }: Event) {
	const id = conversationId(params.id);
	const at = /^[1-9]$/.test(params.vraag) ? Number(params.vraag) : 0;
	const whose = parseWhose(url.searchParams);
	if (!id || !at || !whose) error(404, sayReason('missing', locals.ctx.language));
	return { id, at, whose };
}

function overview(event: Event) {
	return address(event, '');
}

function address(event: Event, page: string) {
	const query = sayWhose(askedIn(event).whose);
	return `/gesprekken/${event.params.id}/voorbereiden${page}${query && `?${query}`}`;
}
