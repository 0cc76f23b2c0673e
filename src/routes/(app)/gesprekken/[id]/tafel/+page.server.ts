import { error, fail } from '@sveltejs/kit';
import { parseProposal } from '#modules/agreements/agreement.input.ts';
import { inputWords, reasonWords } from '#modules/agreements/agreement.words.ts';
import * as handshakes from '#modules/agreements/handshakes.server.ts';
import { conversationId, parseNext } from '#modules/conversations/conversation.input.ts';
import { sayReason, type AnyReason } from '#modules/conversations/conversation.words.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import { parseEntry, parseEntryChange, parseNewEntry } from '#modules/conversations/entry.input.ts';
import { planOf, steps } from '#modules/conversations/kinds.ts';
import { stepSlugs } from '#modules/conversations/kind.words.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import { statusOf } from '#platform/form.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { addDays, dayOf } from '#platform/time.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const id = conversationId(params.id);
	const found = id && (await table.get(ctx, id));
	if (!found?.ok || found.value.talk.state === 'requested') error(404, sayReason('missing', ctx.language));
	const { talk } = found.value;
	const plan = planOf(talk.kind);
	const wanted = steps.find((step) => stepSlugs[step] === url.searchParams.get('stap'));
	const today = dayOf(ctx.now);
	return {
		...found.value,
		now: ctx.now,
		step: plan.steps.find(({ step }) => step === wanted)?.step ?? plan.steps[0]!.step,
		lookBackOn: addDays(today, 28),
		secondBefore: plan.secondTalkWithin ? addDays(today, plan.secondTalkWithin) : undefined
	};
};

export const actions: Actions = {
	say: async (event) => {
		const parsed = parseNewEntry(await event.request.formData());
		return answer(event, parsed.ok ? await entries.say(event.locals.ctx, idIn(event), parsed.value) : parsed);
	},
	reword: async (event) => {
		const parsed = parseEntryChange(await event.request.formData());
		if (!parsed.ok) return answer(event, parsed);
		const { entry, ...change } = parsed.value;
		const reworded = await entries.reword(event.locals.ctx, idIn(event), entry, change);
		return answer(event, reworded.ok && reworded.value.conflict ? { ok: false, reason: 'conflict' } : reworded);
	},
	remove: async (event) => {
		const parsed = parseEntry(await event.request.formData());
		return answer(event, parsed.ok ? await entries.remove(event.locals.ctx, idIn(event), parsed.value) : parsed);
	},
	start: async (event) => answer(event, await sittings.start(event.locals.ctx, idIn(event))),
	hold: async (event) => answer(event, await sittings.hold(event.locals.ctx, idIn(event))),
	followUp: async (event) => {
		const parsed = parseNext(await event.request.formData());
		return answer(event, parsed.ok ? await sittings.followUp(event.locals.ctx, idIn(event), parsed.value) : parsed);
	},
	propose: async (event) => {
		const { ctx } = event.locals;
		const found = await table.get(ctx, idIn(event));
		if (!found.ok) error(404, sayReason('missing', ctx.language));
		if (!found.value.may.speak) return answer(event, { ok: false, reason: 'refused' });
		const form = await event.request.formData();
		const parsed = parseProposal(form, found.value.talk.pupil);
		const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
		if (!parsed.ok) {
			const errors = Object.entries(parsed.errors).map(([field, reason]) => [field, inputWords[reason]()]);
			return fail(400, { typed, errors: Object.fromEntries(errors) as Record<string, string> });
		}
		const proposed = await handshakes.propose(ctx, { ...parsed.value, madeIn: found.value.talk.id });
		if (!proposed.ok) return fail(409, { message: reasonWords[proposed.reason](), typed });
		return { done: true };
	}
};

function answer({ locals }: RequestEvent, outcome: Outcome<unknown, AnyReason>) {
	if (outcome.ok) return { done: true };
	return fail(statusOf(outcome.reason), { message: sayReason(outcome.reason, locals.ctx.language) });
}

function idIn({ params, locals }: RequestEvent) {
	return conversationId(params.id) ?? error(404, sayReason('missing', locals.ctx.language));
}
