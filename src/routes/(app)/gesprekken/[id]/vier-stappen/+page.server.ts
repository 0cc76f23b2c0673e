import { error } from '@sveltejs/kit';
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
	const kind = sideIn(event);
	const found = await sheets.get(ctx, talkIn(event), kind);
	if (!found.ok) error(404, sheetReasons.missing());
	const { mySheet } = found.value;
	return {
		...found.value,
		side: kind === 'steps-me' ? ('me' as const) : ('you' as const),
		texts: textsOf({ kind, lines: mySheet?.lines ?? {} }),
		version: mySheet?.version ?? 0,
		audience: mySheet?.audience ?? ('me' as const),
		done: event.url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	write: async (event) => {
		const form = await event.request.formData();
		const parsed = parseSheet(sideIn(event), form);
		const written = parsed.ok
			? await sheets.write(event.locals.ctx, talkIn(event), sideIn(event), parsed.value)
			: parsed;
		return answerWritten(event, written, sheetReasons, form);
	},
	share: async (event) => {
		const audience = parseSheetAudience(await event.request.formData());
		const shared = await sheets.share(event.locals.ctx, talkIn(event), sideIn(event), audience);
		return shared.ok ? goOn(event.url, 'share') : refuseInWords(shared.reason, sheetReasons);
	},
	takeBack: async (event) => {
		const taken = await sheets.takeBack(event.locals.ctx, talkIn(event), sideIn(event));
		return taken.ok ? goOn(event.url, 'takeBack') : refuseInWords(taken.reason, sheetReasons);
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

/** My own four, or a guess at those of the other (`?kant=ander`). */
function sideIn({ url }: { url: URL }) {
	return url.searchParams.get('kant') === 'ander' ? 'steps-you' : 'steps-me';
}

function talkIn({ params }: { params: { id: string } }) {
	return conversationId(params.id) ?? error(404, sheetReasons.missing());
}
