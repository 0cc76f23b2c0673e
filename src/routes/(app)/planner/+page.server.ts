import { redirect } from '@sveltejs/kit';
import { kindWords } from '#modules/cycle/round.words.ts';
import { asYearName } from '#modules/cycle/year/school-year.ts';
import * as years from '#modules/cycle/year/years.server.ts';
import { dayOf } from '#platform/time.ts';
import type { PageServerLoad } from './$types';

/** The office sees the year and its rounds; who offers times in them goes to their own. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await years.get(ctx, asYearName(url.searchParams.get('jaar')));
	if (!found.ok) redirect(303, '/aanbod');
	const { months, ...page } = found.value;
	const drawn = months.map(({ month, weeks }) => ({
		month,
		weeks: weeks.map((week) => ({
			...week,
			rounds: week.rounds.map(({ id, kind, firstDay, lastDay }) => ({
				...{ id, firstDay, lastDay, name: kindWords[kind](), href: `/planner/${id}` }
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
