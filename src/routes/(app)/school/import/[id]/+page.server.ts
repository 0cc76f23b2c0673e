import { error, fail, redirect } from '@sveltejs/kit';
import { asId } from '#platform/ids.ts';
import type { ImportId } from '#modules/people/import/import.ts';
import { reasonWords } from '#modules/people/import/import.words.ts';
import { reportOf } from '#modules/people/import/report.ts';
import * as uploads from '#modules/people/import/uploads.server.ts';
import type { Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ params, locals: { ctx } }) => {
	const id = asId(params.id) as ImportId | undefined;
	const looked = id && (await uploads.look(ctx, id));
	if (!looked || (!looked.ok && looked.reason !== 'expired')) error(404);
	if (!looked.ok) return { state: 'expired' as const };
	const found = looked.value;
	if (found.state !== 'waiting') return found;
	const { groups, pupils, staff, guardians } = found.plan;
	return {
		state: found.state,
		stopped: found.stopped,
		report: reportOf(found.plan, ctx.language),
		steps: { groups, pupils, staff, guardians }
	};
};

export const actions: Actions<Answered> = {
	confirm: async ({ params, request, locals: { ctx } }) => {
		const id = asId(params.id) as ImportId | undefined;
		const skipRejected = (await request.formData()).get('skipRejected') === 'yes';
		const confirmed = id && (await uploads.confirm(ctx, id, skipRejected));
		if (!confirmed || (!confirmed.ok && confirmed.reason === 'missing')) error(404);
		if (confirmed.ok || confirmed.reason === 'expired') redirect(303, `/school/import/${id}`);
		return fail(409, { wrong: reasonWords.rejected({ about: '' }, { locale: ctx.language }) });
	}
};
