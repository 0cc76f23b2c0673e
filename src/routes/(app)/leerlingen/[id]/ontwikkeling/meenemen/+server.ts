import { error } from '@sveltejs/kit';
import { takeAlong } from '#modules/conversations/development-parcels.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { zipStream } from '#platform/zip.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { ctx } }) => {
	const pupil = asId<PersonId>(params.id);
	const files = pupil && (await takeAlong(ctx, pupil));
	if (!files?.ok) error(404);
	return new Response(zipStream(files.value), {
		headers: {
			'content-type': 'application/zip',
			'content-disposition': 'attachment; filename="ontwikkeling.zip"',
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store'
		}
	});
};
