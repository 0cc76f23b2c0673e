import { error, fail, redirect } from '@sveltejs/kit';
import { conversationId, parsePlan } from '#modules/conversations/conversation.input.ts';
import { sayReason } from '#modules/conversations/conversation.words.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import * as profiles from '#modules/people/profiles.server.ts';
import { statusOf, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const id = conversationId(params.id);
	const found = id && (await table.get(ctx, id));
	if (!found?.ok || !found.value.may.plan) error(404, sayReason('missing', ctx.language));
	const { talk, callName } = found.value;
	const around = await plans.prospects(ctx, talk.pupil);
	if (!around.ok) error(404, sayReason('missing', ctx.language));
	const { leaders } = around.value;
	const choosesLeader = leaders.length > 1;
	return {
		family: await profiles.ofFamily(ctx, talk.pupil),
		...{ talk, callName, chosen: [ctx.person.id, ...talk.people], me: ctx.person.id },
		leaders: choosesLeader ? leaders.map(({ person, name }) => ({ person, name })) : [],
		members: around.value.circle.members
			.filter(({ person }) => choosesLeader || person !== ctx.person.id)
			.map(({ person, name, role }) => ({ person, name, role }))
	};
};

export const actions: Actions<Answered> = {
	plan: async ({ locals: { ctx }, params, request }) => {
		const id = conversationId(params.id);
		const parsed = parsePlan(await request.formData());
		const planned = !parsed.ok ? parsed : id && (await plans.planRequested(ctx, id, parsed.value));
		if (!planned) error(404, sayReason('missing', ctx.language));
		if (!planned.ok) return fail(statusOf(planned.reason), { message: sayReason(planned.reason, ctx.language) });
		redirect(303, `/gesprekken/${id}?gedaan=plan`);
	}
};
