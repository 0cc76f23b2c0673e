import { error, redirect } from '@sveltejs/kit';
import { parseProposal } from '#modules/agreements/agreement.input.ts';
import { formWords, whatIsOff, whyNot } from '#modules/agreements/agreement.words.ts';
import * as handshakes from '#modules/agreements/handshakes.server.ts';
import { whoCanBeAsked } from '#modules/agreements/proposing.server.ts';
import { formNames } from '#modules/agreements/wording.ts';
import { ideasIn } from '#modules/method/train.ts';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { sayReason } from '#modules/conversations/conversation.words.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import { parseNewEntry } from '#modules/conversations/entry.input.ts';
import { parseSheet, parseSheetAudience } from '#modules/conversations/sheet.input.ts';
import { textsOf } from '#modules/conversations/sheet.ts';
import { sheetReasons } from '#modules/conversations/help.words.ts';
import * as sheets from '#modules/conversations/sheets.server.ts';
import { answerWritten, goOn, refuse, refuseInWords, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const found = await sheets.get(ctx, talkIn(event), 'train');
	if (!found.ok) error(404, sheetReasons.missing());
	const { mySheet, talk, may } = found.value;
	const texts = textsOf({ kind: 'train', lines: mySheet?.lines ?? {} });
	const idea = ideasIn(texts['activities'] ?? '')[Number(event.url.searchParams.get('idee')) - 1];
	const form = formNames.find((name) => name === event.url.searchParams.get('vorm'));
	const what = form ? formWords[form].what({}, { locale: ctx.language }) : idea;
	const asked = may.speak && what ? await whoCanBeAsked(ctx, talk.pupil) : undefined;
	return {
		...found.value,
		texts,
		version: mySheet?.version ?? 0,
		audience: mySheet?.audience ?? ('me' as const),
		proposal: asked?.ok && what ? { id: talk.pupil, what, why: texts['goal'] ?? '', ...asked.value } : undefined,
		idea: idea ? event.url.searchParams.get('idee') : null,
		done: event.url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	write: async (event) => {
		const form = await event.request.formData();
		const parsed = parseSheet('train', form);
		const written = parsed.ok ? await sheets.write(event.locals.ctx, talkIn(event), 'train', parsed.value) : parsed;
		return answerWritten(event, written, sheetReasons, form);
	},
	share: async (event) => {
		const audience = parseSheetAudience(await event.request.formData());
		const shared = await sheets.share(event.locals.ctx, talkIn(event), 'train', audience);
		return shared.ok ? goOn(event.url, 'share') : refuseInWords(shared.reason, sheetReasons);
	},
	takeBack: async (event) => {
		const taken = await sheets.takeBack(event.locals.ctx, talkIn(event), 'train');
		return taken.ok ? goOn(event.url, 'takeBack') : refuseInWords(taken.reason, sheetReasons);
	},
	propose: async (event) => {
		const { ctx } = event.locals;
		const found = await sheets.get(ctx, talkIn(event), 'train');
		if (!found.ok) error(404, sheetReasons.missing());
		const form = await event.request.formData();
		const { talk, may } = found.value;
		if (!may.speak)
			return refuse('propose', 'wrong-state', { errors: {}, message: sheetReasons['wrong-state']() }, form);
		const parsed = parseProposal(form, talk.pupil);
		if (!parsed.ok) return refuse('propose', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		const proposed = await handshakes.propose(ctx, { ...parsed.value, madeIn: talk.id });
		if (!proposed.ok) return refuse('propose', proposed.reason, whyNot(proposed.reason, ctx.language), form);
		redirect(303, `/gesprekken/${talk.id}/trein?gedaan=propose`);
	},
	/** A goal out of what stands here, in words that can be changed: at the table, under the name of who sets it. */
	say: async (event) => {
		const { ctx } = event.locals;
		const form = await event.request.formData();
		const parsed = parseNewEntry(form);
		const said = parsed.ok ? await entries.say(ctx, talkIn(event), parsed.value) : parsed;
		if (said.ok) return goOn(event.url, 'say');
		return refuse('say', said.reason, { errors: {}, message: sayReason(said.reason, ctx.language) }, form);
	}
};

function talkIn({ params }: { params: { id: string } }) {
	return conversationId(params.id) ?? error(404, sheetReasons.missing());
}
