import * as agreements from '#modules/agreements/agreements.server.ts';
import * as summaries from '#modules/conversations/summaries.server.ts';
import * as invitations from '#modules/cycle/invitations.server.ts';
import * as offers from '#modules/cycle/offers.server.ts';
import * as people from '#modules/people/people.server.ts';
import { isStaff } from '#platform/ctx.ts';
import { dayOf } from '#platform/time.ts';
import type { PageServerLoad } from './$types';
import { todosOf } from './todo.ts';

export const load: PageServerLoad = async ({ locals: { ctx, caller } }) => {
	const staff = isStaff(ctx);
	const [talks, asked, mine, open, needed, children] = await Promise.all([
		summaries.openOf(ctx),
		summaries.askedOf(ctx),
		agreements.mine(ctx),
		staff ? [] : invitations.openInvitations(ctx),
		staff ? offers.offerNeeded(ctx) : [],
		people.children(ctx)
	]);
	const cards = [...mine.waiting, ...mine.mine, ...mine.others];
	const todos = todosOf({ me: ctx.person.id, now: ctx.now, talks, asked, cards, invitations: open, offers: needed });
	const coming = talks.filter(({ state }) => state === 'planned');
	const day = dayOf(ctx.now);
	return {
		name: caller.callName,
		staff,
		todos,
		coming,
		today: coming.filter(({ startsAt }) => startsAt && dayOf(startsAt) === day),
		agreed: [...mine.mine, ...mine.others].filter(({ state }) => state === 'agreed').slice(0, 6),
		children: staff ? [] : children.map(({ id, callName }) => ({ href: `/leerlingen/${id}`, label: callName }))
	};
};
