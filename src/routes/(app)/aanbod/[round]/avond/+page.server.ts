import { error } from '@sveltejs/kit';
import { sayReason } from '#modules/conversations/conversation.words.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { parseMinutes } from '#modules/cycle/evening/delay.input.ts';
import { reasonWords } from '#modules/cycle/evening/delay.words.ts';
import * as delays from '#modules/cycle/evening/delays.server.ts';
import * as turns from '#modules/cycle/evening/turns.server.ts';
import { asId, type ConversationId, type RoundId } from '#platform/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import { asDay } from '#platform/time.ts';
import { goOn, refuse, refuseInWords, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, depends }) => {
	depends('eenlijn:evening');
	const found = await turns.mine(ctx, roundIn(params), asDay(url.searchParams.get('dag')));
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan'), language: ctx.language };
};

export const actions: Actions<Answered> = {
	runLate: async ({ request, locals: { ctx }, params, url }) => {
		const minutes = parseMinutes((await request.formData()).get('minutes')) ?? error(404);
		const said = await delays.runLate(ctx, roundIn(params), minutes);
		return said.ok ? goOn(url, 'runLate') : refuseInWords(said.reason, reasonWords);
	},
	start: async ({ request, locals: { ctx }, url }) => {
		const talk = asId<ConversationId>((await request.formData()).get('talk')) ?? error(404);
		const started = await sittings.start(ctx, talk);
		return started.ok ? goOn(url, 'start') : refusedTalk('start', started.reason, ctx);
	},
	hold: async ({ request, locals: { ctx }, url }) => {
		const talk = asId<ConversationId>((await request.formData()).get('talk')) ?? error(404);
		const held = await sittings.hold(ctx, talk);
		return held.ok ? goOn(url, 'hold') : refusedTalk('hold', held.reason, ctx);
	}
};

function refusedTalk(move: string, reason: Parameters<typeof sayReason>[0], { language }: Pick<Ctx, 'language'>) {
	return refuse(move, reason, { errors: {}, message: sayReason(reason, language) });
}

function roundIn({ round }: { round: string }): RoundId {
	return asId<RoundId>(round) ?? error(404);
}
