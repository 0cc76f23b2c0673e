import { error } from '@sveltejs/kit';
import type { AttachmentId } from '#modules/conversations/attachment.ts';
import { open } from '#modules/conversations/attachments.server.ts';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { serve } from '#platform/files.server.ts';
import { asId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { ctx }, request }) => {
	const [id, attachment] = [conversationId(params.id), asId<AttachmentId>(params.bijlage)];
	const opened = id && attachment && (await open(ctx, id, attachment));
	if (!opened?.ok) error(404);
	return serve(opened.value, request.headers.get('range'));
};
