import { error, fail, redirect } from '@sveltejs/kit';
import { asId } from '#platform/ids.ts';
import type { ImportId } from '#modules/people/import/import.ts';
import { faultSentence, reasonWords, undoSentence, unreadableSentence } from '#modules/people/import/import.words.ts';
import { readAnswer } from '#modules/people/import/mapping.input.ts';
import { mapList, showList } from '#modules/people/import/mappings.server.ts';
import { reportOf } from '#modules/people/import/report.ts';
import { shownList } from '#modules/people/import/shown-list.ts';
import { lastToUndo, undo } from '#modules/people/import/undos.server.ts';
import * as uploads from '#modules/people/import/uploads.server.ts';
import type { Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ params, url, locals: { ctx } }) => {
	const id = asId(params.id) as ImportId | undefined;
	const looked = id && (await uploads.look(ctx, id));
	if (!looked || (!looked.ok && looked.reason !== 'expired')) error(404);
	if (!looked.ok) return { state: 'expired' as const };
	const found = looked.value;
	if (found.state === 'mapping' || (found.state === 'waiting' && url.searchParams.has('kolommen'))) {
		const list = await showList(ctx, id);
		if (list.ok) return { state: 'mapping' as const, list: shownList(list.value.list, list.value.mapping) };
	}
	if (found.state === 'mapping') error(404);
	if (found.state === 'done') return { ...found, isLast: (await lastToUndo(ctx))?.id === id };
	if (found.state !== 'waiting') return found;
	const { groups, pupils, staff, guardians } = found.plan;
	return {
		state: found.state,
		stopped: found.stopped,
		isMapped: found.isMapped,
		report: reportOf(found.plan, ctx.language),
		steps: { groups, pupils, staff, guardians }
	};
};

export const actions: Actions<Answered> = {
	undo: async ({ params, locals: { ctx } }) => {
		const id = asId(params.id) as ImportId | undefined;
		const undone = id && (await undo(ctx, id));
		if (!undone || (!undone.ok && undone.reason === 'missing')) error(404);
		if (undone.ok) redirect(303, `/school/import/${id}`);
		return fail(409, { wrong: undoSentence(undone, ctx.language), list: undefined });
	},

	map: async ({ params, request, locals: { ctx } }) => {
		const id = asId(params.id) as ImportId | undefined;
		const form = await request.formData();
		const mapped = id && (await mapList(ctx, id, (list) => readAnswer(form, list)));
		if (!mapped || (!mapped.ok && mapped.reason === 'missing')) error(404);
		if (mapped.ok) redirect(303, `/school/import/${id}`);
		if ('fault' in mapped) {
			const list = shownList(mapped.shown.list, mapped.shown.mapping);
			return fail(400, { wrong: faultSentence(mapped.fault, ctx.language), list });
		}
		return fail(400, { wrong: unreadableSentence(mapped, ctx.language), list: undefined });
	},

	confirm: async ({ params, request, locals: { ctx } }) => {
		const id = asId(params.id) as ImportId | undefined;
		const form = await request.formData();
		const follow = new Set(form.getAll('follow').map(String));
		const confirmed = id && (await uploads.confirm(ctx, id, form.get('skipRejected') === 'yes', follow));
		if (!confirmed || (!confirmed.ok && confirmed.reason === 'missing')) error(404);
		if (confirmed.ok || confirmed.reason === 'expired') redirect(303, `/school/import/${id}`);
		return fail(409, { wrong: reasonWords.rejected({ about: '' }, { locale: ctx.language }) });
	}
};
