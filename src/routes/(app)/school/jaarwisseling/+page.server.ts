import { error, fail, redirect } from '@sveltejs/kit';
import { lastToUndo } from '#modules/people/import/undos.server.ts';
import { readChoices } from '#modules/people/year-change.input.ts';
import { changeYearWords } from '#modules/people/year-change.words.ts';
import * as yearChanges from '#modules/people/year-changes.server.ts';
import { statusOf, type Answered } from '#platform/form.server.ts';
import * as m from '#words/compiled/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const looked = await yearChanges.look(ctx, readChoices(url.searchParams));
	const reason = looked.ok ? undefined : looked.reason;
	if (reason === 'missing') error(404);
	return {
		view: looked.ok ? looked.value : undefined,
		refusal: reason && changeYearWords[reason](),
		done: !looked.ok && url.searchParams.get('gedaan') === 'changeYear',
		last: looked.ok ? undefined : (await lastToUndo(ctx))?.id
	};
};

export const actions: Actions<Answered> = {
	changeYear: async ({ request, locals: { ctx }, url }) => {
		const seen = String((await request.formData()).get('seen') ?? '');
		const choices = readChoices(url.searchParams);
		const changed = await yearChanges.changeYear(ctx, choices, seen, m.year_change_title());
		if (changed.ok) redirect(303, '/school/jaarwisseling?gedaan=changeYear');
		if (changed.reason === 'missing') error(404);
		return fail(statusOf(changed.reason), { message: changeYearWords[changed.reason]() });
	}
};
