import { error, fail } from '@sveltejs/kit';
import { sentencesOf } from '#modules/cycle/round.words.ts';
import { parseHoliday } from '#modules/cycle/year/holiday.input.ts';
import type { HolidayId } from '#modules/cycle/year/holiday.ts';
import * as holidays from '#modules/cycle/year/holidays.server.ts';
import { parseMoment } from '#modules/cycle/year/moment.input.ts';
import type { MomentId } from '#modules/cycle/year/moment.ts';
import * as moments from '#modules/cycle/year/moments.server.ts';
import { asYearName } from '#modules/cycle/year/school-year.ts';
import {
	holidayFaultWords,
	holidayReasonWords,
	momentFaultWords,
	momentReasonWords
} from '#modules/cycle/year/year.words.ts';
import * as years from '#modules/cycle/year/years.server.ts';
import * as schools from '#modules/people/schools.server.ts';
import { regions } from '#modules/people/school.ts';
import type { Ctx } from '#platform/ctx.ts';
import { goOn, refuseInWords, statusOf, typedIn, type Answered } from '#platform/form.server.ts';
import { asId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await years.get(ctx, asYearName(url.searchParams.get('jaar')));
	if (!found.ok) error(404);
	const { year, years: choices, calendar, moments: marked, region } = found.value;
	return {
		year,
		years: choices,
		calendar,
		moments: marked,
		region,
		done: url.searchParams.get('gedaan'),
		language: ctx.language
	};
};

type Asked = Parameters<typeof holidays.metBy>[2];

export const actions: Actions<Answered> = {
	add: async ({ request, locals: { ctx }, url }) => {
		const form = await request.formData();
		const input = parseHoliday(form);
		if (!input.ok) return asTyped(form, sentencesOf(input.faults, holidayFaultWords));
		const year = await yearIn(ctx, url);
		const added = await holidays.add(ctx, year, input.value, { anyway: form.has('anyway') });
		return added.ok ? goOn(url, 'add') : whyNot(ctx, year, added.reason, { holiday: input.value }, form);
	},
	alter: async ({ request, locals: { ctx }, url }) => {
		const form = await request.formData();
		const id = asId<HolidayId>(form.get('holiday')) ?? error(404);
		const input = parseHoliday(form);
		if (!input.ok) return asTyped(form, sentencesOf(input.faults, holidayFaultWords));
		const year = await yearIn(ctx, url);
		const altered = await holidays.alter(ctx, year, id, input.value, { anyway: form.has('anyway') });
		return altered.ok ? goOn(url, 'alter') : whyNot(ctx, year, altered.reason, { holiday: input.value, id }, form);
	},
	remove: async ({ request, locals: { ctx }, url }) => {
		const id = asId<HolidayId>((await request.formData()).get('holiday')) ?? error(404);
		const removed = await holidays.remove(ctx, await yearIn(ctx, url), id);
		return removed.ok ? goOn(url, 'remove') : refuseInWords(removed.reason, holidayReasonWords);
	},
	restore: async ({ request, locals: { ctx }, url }) => {
		const form = await request.formData();
		const year = await yearIn(ctx, url);
		const restored = await holidays.restore(ctx, year, { anyway: form.has('anyway') });
		return restored.ok ? goOn(url, 'restore') : whyNot(ctx, year, restored.reason, 'restore', form);
	},
	chooseRegion: async ({ request, locals: { ctx }, url }) => {
		const typed = (await request.formData()).get('region');
		const region = regions.find((one) => one === typed) ?? error(404);
		const chosen = await schools.chooseRegion(ctx, region);
		return chosen.ok ? goOn(url, 'chooseRegion') : error(statusOf(chosen.reason));
	},
	mark: async ({ request, locals: { ctx }, url }) => {
		const form = await request.formData();
		const input = parseMoment(form);
		const values = typedIn(form);
		if (!input.ok) return fail(400, { move: 'mark', errors: sentencesOf(input.faults, momentFaultWords), values });
		const marked = await moments.mark(ctx, await yearIn(ctx, url), input.value);
		return marked.ok ? goOn(url, 'mark') : refuseInWords(marked.reason, momentReasonWords, { move: 'mark', values });
	},
	unmark: async ({ request, locals: { ctx }, url }) => {
		const id = asId<MomentId>((await request.formData()).get('moment')) ?? error(404);
		const unmarked = await moments.unmark(ctx, id);
		return unmarked.ok ? goOn(url, 'unmark') : refuseInWords(unmarked.reason, momentReasonWords);
	}
};

/** The year the address names, else the present one. */
async function yearIn(ctx: Ctx, url: URL): Promise<string> {
	const found = await years.get(ctx, asYearName(url.searchParams.get('jaar')));
	return found.ok ? found.value.year.name : error(404);
}

function asTyped(form: FormData, errors: Record<string, string>) {
	return fail(400, { move: 'holiday', holiday: holidayOf(form), errors, values: typedIn(form) });
}

function holidayOf(form: FormData) {
	return String(form.get('holiday') ?? 'new');
}

/** What lies in those days stands beside the refusal, so that it can be done all the same. */
async function whyNot(ctx: Ctx, year: string, reason: holidays.HolidayReason, asked: Asked, form: FormData) {
	const met = reason === 'in-the-way' ? await holidays.metBy(ctx, year, asked) : undefined;
	const move = asked === 'restore' ? 'restore' : 'holiday';
	return refuseInWords(reason, holidayReasonWords, {
		...{ move, holiday: holidayOf(form), values: typedIn(form), met: met?.ok ? met.value : undefined }
	});
}
