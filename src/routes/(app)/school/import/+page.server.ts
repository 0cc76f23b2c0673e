import { error, fail, redirect } from '@sveltejs/kit';
import { columns } from '#modules/people/import/guardian-columns.ts';
import { mayImport } from '#modules/people/import/import.access.ts';
import { unreadableSentence } from '#modules/people/import/import.words.ts';
import { lastToUndo } from '#modules/people/import/undos.server.ts';
import * as uploads from '#modules/people/import/uploads.server.ts';
import type { Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	if (!mayImport(ctx)) error(404);
	return { columns: columns.join('; '), last: await lastToUndo(ctx) };
};

export const actions: Actions<Answered> = {
	upload: async ({ request, locals: { ctx } }) => {
		// Nobody else's megabytes are read.
		if (!mayImport(ctx)) error(404);
		const form = await request.formData();
		const given = form.getAll('files').filter((one) => one instanceof File && one.size > 0);
		const files = await Promise.all(
			(given as File[]).map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
		);
		const uploaded = await uploads.upload(ctx, files);
		if (uploaded.ok) redirect(303, `/school/import/${uploaded.value}`);
		if (uploaded.reason === 'missing') error(404);
		const errors: Record<string, string> = { files: unreadableSentence(uploaded, ctx.language) };
		return fail(400, { errors });
	}
};
