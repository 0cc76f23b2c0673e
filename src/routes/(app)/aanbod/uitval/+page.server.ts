import { error, fail } from '@sveltejs/kit';
import { parseAway } from '#modules/cycle/after/absence.input.ts';
import type { AbsenceId } from '#modules/cycle/after/absence.ts';
import * as absences from '#modules/cycle/after/absences.server.ts';
import { awayFaultWords, awayReasonWords } from '#modules/cycle/after/proposal.words.ts';
import { sentencesOf } from '#modules/cycle/round.words.ts';
import { goOn, refuseInWords, typedIn, type Answered } from '#platform/form.server.ts';
import { asId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const standing = await absences.list(ctx);
	if (!standing.ok) error(404);
	const typed = Object.fromEntries(url.searchParams);
	const shown = { ...standing.value, me: ctx.person.id, typed, done: typed.gedaan ?? null, language: ctx.language };
	if (!url.searchParams.has('day')) return { ...shown, errors: undefined, look: undefined };
	const input = parseAway(url.searchParams);
	if (!input.ok) return { ...shown, errors: sentencesOf(input.faults, awayFaultWords), look: undefined };
	const look = await absences.look(ctx, input.value);
	if (!look.ok) error(404);
	return { ...shown, errors: undefined, look: look.value };
};

export const actions: Actions<Answered> = {
	propose: async ({ request, locals: { ctx }, url }) => {
		const form = await request.formData();
		const input = parseAway(form);
		if (!input.ok) return fail(400, { message: awayFaultWords['day-missing'](), values: typedIn(form) });
		const seen = String(form.get('seen') ?? '');
		const proposed = await absences.propose(ctx, input.value, seen);
		return proposed.ok ? goOn(new URL(url.pathname, url), 'propose') : refuseInWords(proposed.reason, awayReasonWords);
	},
	retract: async ({ request, locals: { ctx }, url }) => {
		const id = asId<AbsenceId>((await request.formData()).get('absence')) ?? error(404);
		const back = await absences.retract(ctx, id);
		return back.ok ? goOn(new URL(url.pathname, url), 'retract') : refuseInWords(back.reason, awayReasonWords);
	}
};
