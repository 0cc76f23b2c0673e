import { error, fail } from '@sveltejs/kit';
import { parseOrder } from '#modules/conversations/agenda.input.ts';
import * as agendas from '#modules/conversations/agendas.server.ts';
import { isAim } from '#modules/conversations/aim.ts';
import * as aims from '#modules/conversations/aims.server.ts';
import { companionIn, parseCompanion } from '#modules/conversations/companion.input.ts';
import * as chairs from '#modules/conversations/chairs.server.ts';
import * as companions from '#modules/conversations/companions.server.ts';
import { conversationId, parseChair, parseMoment, parseNext } from '#modules/conversations/conversation.input.ts';
import { sayReason, type AnyReason } from '#modules/conversations/conversation.words.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import { parseEntry, parseEntryChange, parseNewEntry } from '#modules/conversations/entry.input.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import { parseAnswer } from '#modules/cycle/arrangements/ask.input.ts';
import * as asks from '#modules/cycle/arrangements/asks.server.ts';
import * as contacts from '#modules/cycle/arrangements/contact-page.server.ts';
import { successorsOf } from '#modules/cycle/successors.server.ts';
import { goOn, statusOf, type Answered } from '#platform/form.server.ts';
import { no, type Outcome } from '#platform/outcome.ts';
import { wallClock } from '#platform/time.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const id = conversationId(params.id);
	const found = id && (await table.get(ctx, id));
	if (!found?.ok) error(404, sayReason('missing', ctx.language));
	const { id: talk, startsAt, state } = found.value.talk;
	const successors = state === 'cancelled' ? await successorsOf(ctx, talk) : undefined;
	const done = url.searchParams.get('gedaan');
	const stands = state !== 'requested' && state !== 'cancelled';
	const contact = stands ? await contacts.get(ctx, found.value.talk.pupil) : undefined;
	const asked = state === 'requested' ? await asks.ofTalk(ctx, talk) : undefined;
	const kept = { contact: contact?.ok ? contact.value : undefined };
	return { ...found.value, ...kept, asked, successors, done, now: ctx.now, at: startsAt && wallClock(startsAt) };
};

export const actions: Actions<Answered> = {
	say: async (event) => {
		const form = await event.request.formData();
		const parsed = parseNewEntry(form);
		return answer(event, parsed.ok ? await entries.say(event.locals.ctx, idIn(event), parsed.value) : parsed, form);
	},
	reword: async (event) => {
		const form = await event.request.formData();
		const parsed = parseEntryChange(form);
		if (!parsed.ok) return answer(event, parsed, form);
		const reworded = await entries.reword(event.locals.ctx, idIn(event), parsed.value.entry, parsed.value);
		return reworded.ok && reworded.value.conflict
			? answer(event, { ok: false, reason: 'conflict' })
			: answer(event, reworded, form);
	},
	remove: async (event) => {
		const parsed = parseEntry(await event.request.formData());
		return answer(event, parsed.ok ? await entries.remove(event.locals.ctx, idIn(event), parsed.value) : parsed);
	},
	order: async (event) => {
		const parsed = parseOrder(await event.request.formData());
		if (!parsed.ok) return answer(event, parsed);
		const { entry, before } = parsed.value;
		return answer(event, await agendas.order(event.locals.ctx, idIn(event), entry, before));
	},
	leave: async (event) => {
		const parsed = parseEntry(await event.request.formData());
		return answer(event, parsed.ok ? await agendas.leave(event.locals.ctx, idIn(event), parsed.value) : parsed);
	},
	chooseAim: async (event) => {
		const aim = (await event.request.formData()).get('aim');
		return answer(event, isAim(aim) ? await aims.chooseAim(event.locals.ctx, idIn(event), aim) : no('missing'));
	},
	dropAim: async (event) => {
		const aim = (await event.request.formData()).get('aim');
		return answer(event, isAim(aim) ? await aims.dropAim(event.locals.ctx, idIn(event), aim) : no('missing'));
	},
	bring: async (event) => {
		const parsed = parseCompanion(await event.request.formData());
		const brought = parsed.ok ? await companions.bring(event.locals.ctx, idIn(event), parsed.value) : parsed;
		if (brought.ok) goOn(event.url, 'bring');
		return answer(event, brought);
	},
	leaveHome: async (event) => {
		const companion = companionIn(await event.request.formData());
		const left = companion ? await companions.leaveHome(event.locals.ctx, idIn(event), companion) : no('missing');
		if (left.ok) goOn(event.url, 'leaveHome');
		return answer(event, left);
	},
	appoint: async (event) => {
		const chair = parseChair(await event.request.formData());
		const appointed = chair ? await chairs.appoint(event.locals.ctx, idIn(event), chair) : no('missing');
		if (appointed.ok) goOn(event.url, 'appoint');
		return answer(event, appointed);
	},
	move: async (event) => {
		const parsed = parseMoment(await event.request.formData());
		const moved = parsed.ok ? await plans.move(event.locals.ctx, idIn(event), parsed.value) : parsed;
		if (moved.ok) goOn(event.url, 'move');
		return answer(event, moved);
	},
	cancel: async (event) => {
		const cancelled = await plans.cancel(event.locals.ctx, idIn(event));
		if (cancelled.ok) goOn(event.url, 'cancel');
		return answer(event, cancelled);
	},
	hold: async (event) => {
		const held = await sittings.hold(event.locals.ctx, idIn(event));
		if (held.ok) goOn(event.url, 'hold');
		return answer(event, held);
	},
	answer: async (event) => {
		const form = await event.request.formData();
		const parsed = parseAnswer(form);
		const answered = parsed ? await asks.answer(event.locals.ctx, idIn(event), parsed) : no('day-missing');
		if (answered.ok) goOn(event.url, 'answer');
		return answer(event, answered);
	},
	agree: async (event) => {
		const agreed = await asks.agree(event.locals.ctx, idIn(event));
		if (agreed.ok) goOn(event.url, 'plan');
		return answer(event, agreed);
	},
	followUp: async (event) => {
		const parsed = parseNext(await event.request.formData());
		const agreed = parsed.ok ? await sittings.followUp(event.locals.ctx, idIn(event), parsed.value) : parsed;
		if (agreed.ok) goOn(event.url, 'followUp');
		return answer(event, agreed);
	},
	close: async (event) => {
		const closed = await sittings.close(event.locals.ctx, idIn(event));
		if (closed.ok) goOn(event.url, 'close');
		return answer(event, closed);
	}
};

/** A refusal keeps the words that were typed: on the page, to take along or to try again. */
function answer({ locals, url }: RequestEvent, outcome: Outcome<unknown, AnyReason>, form?: FormData) {
	if (outcome.ok) goOn(url);
	const typed = form && String(form.get('text') ?? '');
	return fail(statusOf(outcome.reason), { message: sayReason(outcome.reason, locals.ctx.language), typed });
}

function idIn({ params, locals }: RequestEvent) {
	return conversationId(params.id) ?? error(404, sayReason('missing', locals.ctx.language));
}
