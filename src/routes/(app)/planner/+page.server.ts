import { redirect } from '@sveltejs/kit';
import { kindWords, modeWords } from '#modules/cycle/round.words.ts';
import { asYearName } from '#modules/cycle/year/school-year.ts';
import * as years from '#modules/cycle/year/years.server.ts';
import { dayOf } from '#platform/time.ts';
import { sayList } from '#words/lists.ts';
import type { PageServerLoad } from './$types';

/** The office sees the year and its rounds; who offers times in them goes to their own. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await years.get(ctx, asYearName(url.searchParams.get('jaar')));
	if (!found.ok) redirect(303, '/aanbod');
	const { months, ...page } = found.value;
	const whichOf = (round: (typeof page.rounds)[number]) =>
		[sayList(round.of, ctx.language), modeWords[round.mode]()].filter(Boolean).join(', ');
	const which = new Map(page.rounds.map((round) => [round.id, whichOf(round)]));
	const drawn = months.map(({ month, weeks }) => ({
		month,
		weeks: weeks.map((week) => ({
			...week,
			rounds: week.rounds.map(({ id, kind, firstDay, lastDay }) => ({
				...{ id, firstDay, lastDay, name: kindWords[kind](), which: which.get(id), href: `/planner/${id}` }
			}))
		}))
	}));
	return {
		...page,
		months: drawn,
		done: url.searchParams.get('gedaan'),
		today: dayOf(ctx.now),
		language: ctx.language
	};
};
