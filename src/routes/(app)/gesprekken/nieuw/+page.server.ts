import { error, fail, redirect } from '@sveltejs/kit';
import { parsePlan, parseRequest } from '#modules/conversations/conversation.input.ts';
import { sayReason, type AnyReason } from '#modules/conversations/conversation.words.ts';
import { kindAt } from '#modules/conversations/kind.words.ts';
import { askable, plannable } from '#modules/conversations/kinds.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import { parseAskedOf } from '#modules/cycle/arrangements/ask.input.ts';
import * as asks from '#modules/cycle/arrangements/asks.server.ts';
import * as profiles from '#modules/people/profiles.server.ts';
import type { Language } from '#platform/ctx.ts';
import { statusOf, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const pupil = asId<PersonId>(url.searchParams.get('leerling'));
	const found = pupil && (await plans.prospects(ctx, pupil));
	if (!pupil || !found?.ok) error(404, sayReason('missing', ctx.language));
	const { circle, may, templates, leaders } = found.value;
	const choosesLeader = may.plan && leaders.length > 1;
	const offered = askable.filter((kind) => templates.every((each) => each.kind !== kind || each.offered));
	const kinds = may.plan ? plannable : offered;
	const chosen = kindAt(url.searchParams.get('soort'));
	return {
		family: await profiles.ofFamily(ctx, circle.pupil),
		pupil,
		me: ctx.person.id,
		leaders: choosesLeader ? leaders.map(({ person, name }) => ({ person, name })) : [],
		askable: may.plan ? [] : leaders.map(({ person, name }) => ({ person, name })),
		callName: circle.callName,
		isReader: pupil === ctx.person.id,
		may,
		kinds,
		templates,
		kind: kinds.find((kind) => kind === chosen),
		members: circle.members
			.filter(({ person }) => choosesLeader || person !== ctx.person.id)
			.map(({ person, name, role }) => ({ person, name, role }))
	};
};

export const actions: Actions<Answered> = {
	plan: async ({ locals: { ctx }, request }) => {
		const form = await request.formData();
		const parsed = parsePlan(form);
		const planned = parsed.ok ? await plans.plan(ctx, parsed.value) : parsed;
		if (!planned.ok) return refuse(planned.reason, ctx.language, form);
		redirect(303, `/gesprekken/${planned.value}?gedaan=plan`);
	},
	request: async ({ locals: { ctx }, request }) => {
		const form = await request.formData();
		const parsed = parseRequest(form);
		const requested = parsed.ok ? await asks.ask(ctx, { ...parsed.value, of: parseAskedOf(form) }) : parsed;
		if (!requested.ok) return refuse(requested.reason, ctx.language, form);
		redirect(303, `/gesprekken/${requested.value}?gedaan=request`);
	}
};

function refuse(reason: AnyReason, language: Language, form: FormData) {
	const typed = (name: string) => String(form.get(name) ?? '');
	return fail(statusOf(reason), {
		message: sayReason(reason, language),
		values: {
			...{
				day: typed('day'),
				time: typed('time'),
				minutes: Number(typed('minutes')),
				text: typed('text'),
				chair: typed('chair'),
				of: typed('of')
			},
			...{ location: typed('location'), people: form.getAll('people').map(String) }
		}
	});
}
