import { error } from '@sveltejs/kit';
import type { ExportId } from '#modules/consent/export.ts';
import * as exports from '#modules/consent/exports.server.ts';
import { asId } from '#platform/ids.ts';
import { mustConfirm } from '#platform/step-up.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, locals } = event;
	const id = asId<ExportId>(params.id) ?? error(404);
	if (!(await exports.isMine(locals.ctx, id))) error(404);
	mustConfirm(event);
	const opened = await exports.open(locals.ctx, id, 'page');
	if (!opened.ok) error(404);
	return { ...opened.value, isOwn: opened.value.about === locals.ctx.person.id };
};
