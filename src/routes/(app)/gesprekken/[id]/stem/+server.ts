import { error } from '@sveltejs/kit';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { hearIntroduction } from '#modules/conversations/table.server.ts';
import { serve } from '#platform/files.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { ctx }, request }) => {
	const id = conversationId(params.id);
	const heard = id && (await hearIntroduction(ctx, id));
	if (!heard?.ok) error(404);
	return serve(heard.value, request.headers.get('range'));
};
