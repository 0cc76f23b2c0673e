import { redirect } from '@sveltejs/kit';
import * as choices from '#modules/cycle/choices.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const rounds = await choices.openRounds(ctx);
	if (rounds.length === 1) redirect(303, `/afspreken/${rounds[0]!.id}`);
	return { rounds, language: ctx.language };
};
