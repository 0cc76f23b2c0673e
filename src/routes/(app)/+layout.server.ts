import * as requests from '#modules/people/information-requests.server.ts';
import * as profiles from '#modules/people/profiles.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { readTogether } from '#platform/together.server.ts';
import type { NavItem } from '#ui/shell.ts';
import * as m from '#words/compiled/messages.js';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { ctx, caller, session } }) => {
	const [wishes, door] = await readTogether(ctx, async (ctx) => [
		await profiles.forPages(ctx, session!.account),
		await requests.doorOf(ctx)
	]);
	return {
		...wishes,
		name: caller.schoolName,
		home: '/vandaag',
		nav: navigationOf(ctx, door),
		profile: { href: '/profiel', label: caller.name }
	};
};

/** The rooms this person has business in; a link is no key, each door looks for itself. */
function navigationOf(ctx: Ctx, { sees, asks }: requests.Door): NavItem[] {
	const inWords = [{}, { locale: ctx.language }] as const;
	const information: NavItem[] = asks
		? [{ href: '/informatie', label: m.authority_information(...inWords), icon: 'talks' }]
		: [];
	if (!sees) return information;
	const leads = isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
	const everybody: NavItem[] = [
		{ href: '/vandaag', label: m.app_today(...inWords), icon: 'today' },
		{ href: '/gesprekken', label: m.welcome_nav_talks(...inWords), icon: 'talks' },
		{ href: '/afspraken', label: m.welcome_nav_agreements(...inWords), icon: 'agreements' }
	];
	if (ctx.person.role !== 'staff') return [...everybody, ...information];
	const staff: NavItem[] = [
		...everybody,
		{ href: '/leerlingen', label: m.welcome_nav_pupils(...inWords), icon: 'pupils' },
		{ href: '/planner', label: m.welcome_nav_planner(...inWords), icon: 'planner', also: '/aanbod' }
	];
	if (!leads) return staff;
	return [
		...staff,
		{ href: '/school', label: m.people_school(...inWords), icon: 'settings' },
		{ href: '/beheer/post', label: m.welcome_nav_post(...inWords), icon: 'post' }
	];
}
