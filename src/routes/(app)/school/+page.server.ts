import { error, fail } from '@sveltejs/kit';
import { readSettings, readTasks } from '#modules/people/school.input.ts';
import { schoolReasonWords } from '#modules/people/person.words.ts';
import * as schools from '#modules/people/schools.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await schools.get(ctx);
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	changeSchool: async ({ request, locals: { ctx }, url }) => {
		const settings = readSettings(await request.formData());
		if (!settings.ok) return refused(settings, 'name');
		return answer(await schools.changeSchool(ctx, settings.value), 'name', url, 'changeSchool');
	},

	giveTasks: async ({ request, locals: { ctx }, url }) => {
		const given = readTasks(await request.formData());
		if (!given) error(404);
		return answer(await schools.giveTasks(ctx, given.staff, given.tasks), 'staff', url, 'giveTasks');
	}
};

type Reason = keyof typeof schoolReasonWords | 'missing';

function answer(outcome: Outcome<undefined, Reason>, field: string, url: URL, done: string) {
	return outcome.ok ? goOn(url, done) : refused(outcome, field);
}

function refused({ reason }: { reason: Reason }, field: string) {
	if (reason === 'missing') error(404);
	return fail(reason.startsWith('last-') ? 409 : 400, { errors: { [field]: schoolReasonWords[reason]() } });
}
