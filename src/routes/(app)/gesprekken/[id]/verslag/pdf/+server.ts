import { error } from '@sveltejs/kit';
import { asVisitor } from '#modules/consent/looks.server.ts';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { sayReason } from '#modules/conversations/conversation.words.ts';
import { parseSheet } from '#modules/conversations/record.input.ts';
import { sheet } from '#modules/conversations/record-sheet.server.ts';
import { drawSheet } from '#platform/sheet.server.ts';
import type { RequestHandler } from './$types';

/** The record as a tagged PDF, in the language that was asked for, as this reader may read it. */
export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
	const id = conversationId(params.id);
	const found = id && (await sheet(await asVisitor(ctx), id, parseSheet(url.searchParams, ctx.language)));
	if (!found?.ok) error(404, sayReason('missing', ctx.language));
	return new Response(await drawSheet(found.value), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': 'inline; filename="verslag.pdf"',
			'cache-control': 'private, no-store'
		}
	});
};
