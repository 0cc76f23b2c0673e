import { redirect } from '@sveltejs/kit';
import * as rounds from '#modules/cycle/rounds.server.ts';
import type { PageServerLoad } from './$types';

/** The office sees the rounds; who offers times in them goes to their own. */
export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const found = await rounds.list(ctx);
	if (!found.ok) redirect(303, '/aanbod');
	return { rounds: found.value, language: ctx.language };
};
