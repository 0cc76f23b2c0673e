import { error } from '@sveltejs/kit';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { sheetReasons } from '#modules/conversations/help.words.ts';
import * as sheets from '#modules/conversations/sheets.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const id = conversationId(params.id);
	const found = id && (await sheets.ofTalk(ctx, id));
	if (!found?.ok) error(404, sheetReasons.missing());
	return found.value;
};
