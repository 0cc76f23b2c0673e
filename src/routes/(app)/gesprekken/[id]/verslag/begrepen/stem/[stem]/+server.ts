import { error } from '@sveltejs/kit';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { listen } from '#modules/conversations/retellings.server.ts';
import type { RetellingId } from '#modules/conversations/understanding.ts';
import { serve } from '#platform/files.server.ts';
import { asId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { ctx }, request }) => {
	const [id, retelling] = [conversationId(params.id), asId<RetellingId>(params.stem)];
	const found = id && retelling && (await listen(ctx, id, retelling));
	if (!found?.ok) error(404);
	return serve(found.value, request.headers.get('range'));
};
