import { error } from '@sveltejs/kit';
import { parseProposal } from '#modules/agreements/agreement.input.ts';
import { formWords, whatIsOff, whyNot } from '#modules/agreements/agreement.words.ts';
import * as handshakes from '#modules/agreements/handshakes.server.ts';
import { whoCanBeAsked } from '#modules/agreements/proposing.server.ts';
import { formNames } from '#modules/agreements/wording.ts';
import { parseOrder } from '#modules/conversations/agenda.input.ts';
import * as agendas from '#modules/conversations/agendas.server.ts';
import { parseClosing } from '#modules/conversations/closing.input.ts';
import * as closings from '#modules/conversations/closings.server.ts';
import { conversationId, parseMoment, parseNext } from '#modules/conversations/conversation.input.ts';
import { sayReason, type AnyReason } from '#modules/conversations/conversation.words.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import { parseEntry, parseEntryChange, parseNewEntry } from '#modules/conversations/entry.input.ts';
import { bringsNews, planOf, stepsOf } from '#modules/conversations/kinds.ts';
import { steps } from '#modules/conversations/steps.ts';
import { stepSlugs } from '#modules/conversations/step.words.ts';
import { parts as allParts } from '#modules/conversations/part.ts';
import * as parts from '#modules/conversations/parts.server.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import * as contacts from '#modules/cycle/arrangements/contact-page.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import { parseTip, parseTipAnswer, parseTipId } from '#modules/conversations/tip.input.ts';
import * as tips from '#modules/conversations/tips.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { addDays, dayOf } from '#platform/time.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, depends }) => {
	depends('eenlijn:table');
	const id = conversationId(params.id);
	const found = id && (await table.get(ctx, id));
	const shown = found?.ok ? stepsOf(found.value.talk) : [];
	if (!found?.ok || found.value.talk.state === 'requested' || !shown.length) {
		error(404, sayReason('missing', ctx.language));
	}
	const { talk } = found.value;
	const secondWithin = bringsNews(talk) ? planOf(talk.kind).secondTalkWithin : undefined;
	const wanted = steps.find((step) => stepSlugs[step] === url.searchParams.get('stap'));
	const today = dayOf(ctx.now);
	const asked = found.value.may.speak ? await whoCanBeAsked(ctx, talk.pupil) : undefined;
	const form = formNames.find((name) => name === url.searchParams.get('vorm'));
	const what = form ? formWords[form].what({}, { locale: ctx.language }) : '';
	const goal = found.value.entries.find(({ id }) => id === url.searchParams.get('doel'));
	const contact = await contacts.get(ctx, talk.pupil);
	return {
		...found.value,
		now: ctx.now,
		contact: contact.ok ? contact.value : undefined,
		proposal: asked?.ok ? { id: talk.pupil, what, why: goal?.text, goal: goal?.id, ...asked.value } : undefined,
		step: shown.find(({ step }) => step === wanted)?.step ?? shown[0]!.step,
		secondBefore: secondWithin ? addDays(today, secondWithin) : undefined
	};
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
		const { entry, ...change } = parsed.value;
		const reworded = await entries.reword(event.locals.ctx, idIn(event), entry, change);
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
	turnTo: async (event) => {
		const form = await event.request.formData();
		const part = allParts.find((each) => each === form.get('part'));
		const turned = part && (await parts.turnTo(event.locals.ctx, idIn(event), part));
		return answer(event, turned ?? { ok: false, reason: 'missing' });
	},
	give: async (event) => {
		const form = await event.request.formData();
		const parsed = parseTip(form);
		return answer(event, parsed.ok ? await tips.give(event.locals.ctx, idIn(event), parsed.value) : parsed, form);
	},
	answer: async (event) => {
		const form = await event.request.formData();
		const parsed = parseTipAnswer(form);
		return answer(event, parsed.ok ? await tips.answer(event.locals.ctx, idIn(event), parsed.value) : parsed, form);
	},
	takeBack: async (event) => {
		const parsed = parseTipId(await event.request.formData());
		return answer(event, parsed.ok ? await tips.takeBack(event.locals.ctx, idIn(event), parsed.value) : parsed);
	},
	reflect: async (event) => {
		const form = await event.request.formData();
		const parsed = parseClosing(form);
		return answer(
			event,
			parsed.ok ? await closings.reflect(event.locals.ctx, idIn(event), parsed.value) : parsed,
			form
		);
	},
	start: async (event) => answer(event, await sittings.start(event.locals.ctx, idIn(event))),
	hold: async (event) => answer(event, await sittings.hold(event.locals.ctx, idIn(event))),
	followUp: async (event) => {
		const parsed = parseNext(await event.request.formData());
		return answer(event, parsed.ok ? await sittings.followUp(event.locals.ctx, idIn(event), parsed.value) : parsed);
	},
	planNext: async (event) => {
		const form = await event.request.formData();
		const parsed = parseMoment(form);
		const planned = parsed.ok ? await plans.planNext(event.locals.ctx, idIn(event), parsed.value) : parsed;
		return answer(event, planned, form, 'planNext');
	},
	propose: async (event) => {
		const { ctx } = event.locals;
		const found = await table.get(ctx, idIn(event));
		if (!found.ok) error(404, sayReason('missing', ctx.language));
		if (!found.value.may.speak) return answer(event, { ok: false, reason: 'refused' });
		const form = await event.request.formData();
		const { id: madeIn, pupil } = found.value.talk;
		const parsed = parseProposal(form, pupil);
		if (!parsed.ok) return refuse('propose', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		const goal = found.value.entries.find(({ id }) => id === form.get('goal'))?.id;
		const proposed = await handshakes.propose(ctx, { ...parsed.value, madeIn, goal });
		if (!proposed.ok) return refuse('propose', proposed.reason, whyNot(proposed.reason, ctx.language), form);
		goOn(event.url);
	}
};

/** A refusal keeps what was typed: on the page, to take along or to try again. */
function answer({ locals, url }: RequestEvent, outcome: Outcome<unknown, AnyReason>, form?: FormData, move = '') {
	if (outcome.ok) goOn(url);
	return refuse(move, outcome.reason, { errors: {}, message: sayReason(outcome.reason, locals.ctx.language) }, form);
}

function idIn({ params, locals }: RequestEvent) {
	return conversationId(params.id) ?? error(404, sayReason('missing', locals.ctx.language));
}
