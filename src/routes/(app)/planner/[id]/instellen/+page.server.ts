import { error, fail } from '@sveltejs/kit';
import * as forecasts from '#modules/cycle/forecasts.server.ts';
import { parseParts } from '#modules/cycle/part.input.ts';
import * as parts from '#modules/cycle/parts.server.ts';
import { valuesIn, valuesOf } from '#modules/cycle/round-values.ts';
import { parseRound } from '#modules/cycle/round.input.ts';
import { alterWords, faultWords, sentencesOf } from '#modules/cycle/round.words.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import { goOn, refuseInWords, typedIn, type Answered } from '#platform/form.server.ts';
import { asId, type GroupId, type RoundId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await forecasts.forecast(ctx, roundIn(params));
	if (!found.ok || !found.value.round) error(404);
	const { round, ground, secondary } = found.value;
	const children = round.state === 'draft' ? await parts.ofGroup(ctx, round.id, groupIn(url)) : undefined;
	return {
		...{ round, ground, secondary, values: valuesOf(round), today: dayOf(ctx.now), language: ctx.language },
		group: children?.ok ? children.value.group : undefined,
		groups: ground.groups.filter(({ id }) => round.groups.includes(id)).map(({ id, name }) => ({ id, name })),
		children: children?.ok ? children.value : undefined,
		done: url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	alter: async ({ request, locals: { ctx }, params, url }) => {
		const form = await request.formData();
		const input = parseRound(form, ctx.now);
		const values = valuesIn(form, typedIn(form));
		if (!input.ok) return fail(400, { errors: sentencesOf(input.faults, faultWords), values });
		const altered = await rounds.alter(ctx, roundIn(params), input.value);
		return altered.ok ? goOn(url, 'alter') : refuseInWords(altered.reason, alterWords, { values });
	},
	forecast: async ({ request, locals: { ctx }, params }) => {
		const form = await request.formData();
		const found = await forecasts.forecast(ctx, roundIn(params));
		return found.ok ? fail(400, { values: valuesIn(form, typedIn(form)) }) : error(404);
	},
	settleGroup: async ({ request, locals: { ctx }, params, url }) => {
		const form = await request.formData();
		const here = await parts.ofGroup(ctx, roundIn(params), groupIn(url));
		if (!here.ok) error(404);
		const ids = here.value.pupils.map(({ id }) => id);
		const read = parseParts(form, ids);
		const typed = typedIn(form);
		if (!read.ok) return fail(400, { errors: sentencesOf(read.faults, faultWords), typed });
		const settled = await parts.settleGroup(ctx, roundIn(params), here.value.group, read.value);
		return settled.ok ? goOn(url, 'settleGroup') : refuseInWords(settled.reason, alterWords, { typed });
	}
};

function roundIn({ id }: { id: string }): RoundId {
	return asId<RoundId>(id) ?? error(404);
}

function groupIn({ searchParams }: URL): GroupId | undefined {
	return asId<GroupId>(searchParams.get('groep'));
}
