import { error, redirect } from '@sveltejs/kit';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { parseNoted, parseVersion } from '#modules/conversations/development.input.ts';
import type { DevelopmentId } from '#modules/conversations/development.ts';
import { developmentReasonWords as words, fieldOf } from '#modules/conversations/development.words.ts';
import type { AnyDevelopmentReason } from '#modules/conversations/development.words.ts';
import * as developments from '#modules/conversations/developments.server.ts';
import { parseCaption, parseEvidence, parseEvidenceId } from '#modules/conversations/evidence.input.ts';
import * as evidences from '#modules/conversations/evidences.server.ts';
import * as showings from '#modules/conversations/showings.server.ts';
import * as withdrawals from '#modules/conversations/withdrawals.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const found = await developments.noteOf(ctx, ...whichOf(params));
	const talks = await showings.talksOf(ctx, ...whichOf(params));
	if (!found.ok || !talks.ok) error(404, words.missing());
	return { ...found.value, talks: talks.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	reword: async (event) => {
		const form = await event.request.formData();
		const noted = parseNoted(form);
		const said = noted.ok
			? await developments.reword(event.locals.ctx, ...whichOf(event.params), {
					...{ ...noted.value, version: parseVersion(form) }
				})
			: noted;
		return answer(event, 'reword', said, form);
	},
	withdraw: async (event) => {
		const [pupil, note] = whichOf(event.params);
		const withdrawn = await withdrawals.withdraw(event.locals.ctx, pupil, note);
		if (withdrawn.ok) redirect(303, `/leerlingen/${pupil}/ontwikkeling?gedaan=withdraw`);
		return answer(event, 'withdraw', withdrawn);
	},
	attach: async (event) => {
		const form = await event.request.formData();
		const evidence = await parseEvidence(form);
		const attached = await evidences.attach(event.locals.ctx, ...whichOf(event.params), evidence);
		return answer(event, 'attach', attached, form);
	},
	describe: async (event) => {
		const form = await event.request.formData();
		const [evidence, caption] = [parseEvidenceId(form) ?? error(404, words.missing()), parseCaption(form)];
		const which = whichOf(event.params);
		return answer(event, 'describe', await evidences.describe(event.locals.ctx, ...which, evidence, caption), form);
	},
	detach: async (event) => {
		const evidence = parseEvidenceId(await event.request.formData()) ?? error(404, words.missing());
		return answer(event, 'detach', await evidences.detach(event.locals.ctx, ...whichOf(event.params), evidence));
	},
	show: async (event) => {
		const talk = talkIn(await event.request.formData());
		return answer(event, 'show', await showings.show(event.locals.ctx, ...whichOf(event.params), talk));
	},
	takeBack: async (event) => {
		const talk = talkIn(await event.request.formData());
		return answer(event, 'takeBack', await showings.takeBack(event.locals.ctx, ...whichOf(event.params), talk));
	}
};

function answer({ url }: RequestEvent, move: string, outcome: Outcome<unknown, AnyDevelopmentReason>, form?: FormData) {
	if (outcome.ok) return goOn(url, move);
	const message = words[outcome.reason]();
	return refuse(move, outcome.reason, { errors: { [fieldOf(outcome.reason)]: message }, message }, form);
}

function talkIn(form: FormData) {
	return conversationId(String(form.get('talk'))) ?? error(404, words.missing());
}

function whichOf(params: { id: string; notitie: string }): [PersonId, DevelopmentId] {
	const [pupil, note] = [asId<PersonId>(params.id), asId<DevelopmentId>(params.notitie)];
	if (!pupil || !note) error(404, words.missing());
	return [pupil, note];
}
