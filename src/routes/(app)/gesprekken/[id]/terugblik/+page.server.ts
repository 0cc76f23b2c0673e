import { error } from '@sveltejs/kit';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { parseSheet } from '#modules/conversations/sheet.input.ts';
import { textsOf } from '#modules/conversations/sheet.ts';
import { sheetReasons } from '#modules/conversations/help.words.ts';
import * as sheets from '#modules/conversations/sheets.server.ts';
import { answerWritten, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const found = await sheets.get(ctx, talkIn(event), 'reflection');
	if (!found.ok) error(404, sheetReasons.missing());
	const { mySheet, talk, me } = found.value;
	const texts = textsOf({ kind: 'reflection', lines: mySheet?.lines ?? {} });
	return { talk, me, texts, version: mySheet?.version ?? 0 };
};

export const actions: Actions<Answered> = {
	write: async (event) => {
		const form = await event.request.formData();
		const parsed = parseSheet('reflection', form);
		const written = parsed.ok
			? await sheets.write(event.locals.ctx, talkIn(event), 'reflection', parsed.value)
			: parsed;
		return answerWritten(event, written, sheetReasons, form);
	}
};

function talkIn({ params }: { params: { id: string } }) {
	return conversationId(params.id) ?? error(404, sheetReasons.missing());
}
