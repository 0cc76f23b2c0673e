import { onlyReading } from '#modules/people/circles.server.ts';
import * as people from '#modules/people/people.server.ts';
import * as summaries from '#modules/conversations/summaries.server.ts';
import { isOver } from '#modules/conversations/summary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const [talks, onlyReads] = [await summaries.allOf(ctx), await onlyReading(ctx)];
	return {
		onlyReads,
		isStaff: ctx.person.role === 'staff',
		isPupil: ctx.person.role === 'pupil',
		asked: talks.filter(({ state }) => state === 'requested'),
		coming: talks.filter(({ state }) => state === 'planned'),
		past: talks.filter(isOver).reverse(),
		children: ctx.person.role === 'staff' || onlyReads ? [] : await people.children(ctx)
	};
};
