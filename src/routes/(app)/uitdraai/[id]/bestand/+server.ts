import { error } from '@sveltejs/kit';
import type { ExportId } from '#modules/consent/export.ts';
import * as exports from '#modules/consent/exports.server.ts';
import { asId } from '#platform/ids.ts';
import { mustConfirm } from '#platform/step-up.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { params, locals } = event;
	const id = asId<ExportId>(params.id) ?? error(404);
	if (!(await exports.isMine(locals.ctx, id))) error(404);
	mustConfirm(event);
	const opened = await exports.open(locals.ctx, id, 'json');
	if (!opened.ok) error(404);
	const { madeAt, name, chapters } = opened.value;
	return new Response(JSON.stringify({ about: name, madeAt, chapters }, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="eenlijn.json"',
			'cache-control': 'no-store'
		}
	});
};
