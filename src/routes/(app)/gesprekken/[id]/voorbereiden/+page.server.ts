import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { sayReason } from '#modules/conversations/conversation.words.ts';
import { can } from '#modules/conversations/conversation.ts';
import { sayDictationReason } from '#modules/conversations/dictation.words.ts';
import * as dictations from '#modules/conversations/dictations.server.ts';
import { planOf } from '#modules/conversations/kinds.ts';
import { parseWhose, parseWords, sayWhose } from '#modules/conversations/preparation.input.ts';
import { unconfirmed, unshared } from '#modules/conversations/preparation.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import { goOn, statusOf, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { id, whose } = askedIn(event);
	const found = await preparations.get(ctx, id, whose);
	if (!found.ok) error(404, sayReason('missing', ctx.language));
	const { talk, child, reader, speaker, isChild, questions, preparation, standpoint, attachments, aloud } = found.value;
	if (talk.state === 'cancelled') redirect(303, `/gesprekken/${talk.id}`);
	const isBegun = preparation.answers.some(({ text }) => text) || attachments.length > 0;
	const isOpen = can('hold', talk);
	const dictated = whose === 'own' ? await dictations.forMe(ctx, id) : undefined;
	// One question needs no page that leads to it.
	if (isOpen && questions.length === 1 && !isBegun && !(dictated?.ok && dictated.value.length)) {
		const query = sayWhose(whose);
		redirect(303, `/gesprekken/${id}/voorbereiden/1${query && `?${query}`}`);
	}
	const caller = typeof whose === 'object' ? { person: speaker.person, name: speaker.name } : undefined;
	return {
		...{ id: talk.id, callName: child.name, helper: reader.name, isChild, questions, role: reader.role, standpoint },
		...{ kind: talk.kind, startsAt: talk.startsAt, pupil: talk.pupil, query: sayWhose(whose), caller, attachments },
		...{ together: whose === 'child', isReader: isChild && whose === 'own', started: talk.startedAt !== null },
		audience: planOf(talk.kind).audience,
		answers: preparation.answers,
		sharedAt: preparation.sharedAt,
		alone: preparation.alone,
		confirmedAt: preparation.confirmedAt,
		saidAloud: preparation.confirmedBy === reader.person,
		aloud,
		toConfirm: caller ? unconfirmed(preparation).length : 0,
		toShare: caller ? 0 : unshared(preparation).length + attachments.filter(({ audience }) => !audience).length,
		dictated: dictated?.ok ? dictated.value : [],
		open: isOpen,
		done: event.url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	share: async (event) => {
		const { id, whose } = askedIn(event);
		if (typeof whose === 'object') error(404, sayReason('missing', event.locals.ctx.language));
		const form = await event.request.formData();
		const audience = form.get('audience') === 'circle' ? 'circle' : 'adults';
		const alone = form.get('how') === 'alone';
		return answer(event, 'share', await preparations.share(event.locals.ctx, id, whose, { audience, alone }));
	},
	/** Ask the guardian on the phone to read it through. */
	offer: async (event) => {
		const { id, guardian } = callerIn(event);
		return answer(event, 'offer', await dictations.offer(event.locals.ctx, id, guardian));
	},
	confirmAtTable: async (event) => {
		const { id, guardian } = callerIn(event);
		return answer(event, 'confirmAtTable', await dictations.confirmAtTable(event.locals.ctx, id, guardian));
	},
	/** What was written down for me is mine, in these words; and shared at once where I say so. */
	confirm: async (event) => {
		const { ctx } = event.locals;
		const { id } = askedIn(event);
		const form = await event.request.formData();
		const helper = asId<PersonId>(form.get('helper')) ?? error(404);
		const confirmed = await dictations.confirm(ctx, id, helper, parseWords(form));
		if (!confirmed.ok || !form.has('share')) return answer(event, 'confirm', confirmed);
		return answer(event, 'share', await preparations.share(ctx, id, 'own'));
	}
};

type Event = RequestEvent<{ id: string }>;

function answer({ locals: { ctx }, url }: Event, done: string, outcome: Outcome<unknown, dictations.DictationReason>) {
	if (outcome.ok) goOn(url, done);
	if (outcome.reason === 'missing') error(404, sayReason('missing', ctx.language));
	return fail(statusOf(outcome.reason), { message: sayDictationReason(outcome.reason, ctx.language) });
}

function askedIn({ params, url, locals }: Event) {
	const id = conversationId(params.id);
	const whose = parseWhose(url.searchParams);
	if (!id || !whose) error(404, sayReason('missing', locals.ctx.language));
	return { id, whose };
}

function callerIn(event: Event) {
	const { id, whose } = askedIn(event);
	if (typeof whose !== 'object') error(404, sayReason('missing', event.locals.ctx.language));
	return { id, guardian: whose.guardian };
}
