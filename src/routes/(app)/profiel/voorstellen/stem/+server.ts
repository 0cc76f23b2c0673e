import { error } from '@sveltejs/kit';
import { listenBack } from '#modules/people/introductions.server.ts';
import { serve } from '#platform/files.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, request }) => {
	const mine = await listenBack(ctx);
	if (!mine.ok) error(404);
	return serve(mine.value, request.headers.get('range'));
};
