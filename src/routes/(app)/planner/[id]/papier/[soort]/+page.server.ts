import { error } from '@sveltejs/kit';
import { paperAt } from '#modules/cycle/print/paper.words.ts';
import * as papers from '#modules/cycle/print/papers.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, caller }, params }) => {
	const kind = paperAt(params.soort) ?? error(404);
	const found = await papers.overview(ctx, asId<RoundId>(params.id) ?? error(404));
	if (!found.ok) error(404);
	const { round, papers: made, steps } = found.value;
	return {
		...{ kind, sheets: made[kind], steps, school: caller.schoolName, language: ctx.language },
		round: { id: round.id, kind: round.kind }
	};
};
