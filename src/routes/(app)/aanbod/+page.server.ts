import { redirect } from '@sveltejs/kit';
import * as offers from '#modules/cycle/offers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const rounds = await offers.myRounds(ctx);
	if (rounds.length === 1) redirect(303, `/aanbod/${rounds[0]!.round.id}`);
	return { rounds: rounds.map(({ round }) => round), language: ctx.language };
};
