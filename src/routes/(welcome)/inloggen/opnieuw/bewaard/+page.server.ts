import { error, fail } from '@sveltejs/kit';
import type { Answered } from '#platform/form.server.ts';
import * as lateForm from '#platform/late-form.server.ts';
import { returnPath } from '#platform/session-return.ts';
import type { Actions, PageServerLoad } from './$types';

/** Only what a form brought can be given back: there is nothing to open here. */
export const load: PageServerLoad = ({ request, locals: { ctx } }) => {
	if (request.method !== 'POST' || !ctx) error(404);
};

export const actions: Actions<Answered> = {
	/** What was typed in a form that came too late, for `naar`: shown to who typed it, and kept nowhere. */
	keep: async ({ request, url, locals: { ctx } }) => {
		if (!ctx) error(404);
		const fields = lateForm.keep(await request.formData());
		const to = returnPath(url.searchParams.get('naar'));
		return fail(409, { fields, to, page: to.split('?')[0]!, withFile: url.searchParams.has('bestand') });
	}
};
