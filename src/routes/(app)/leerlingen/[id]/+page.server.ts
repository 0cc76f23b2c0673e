import { error, fail } from '@sveltejs/kit';
import * as agreements from '#modules/agreements/agreements.server.ts';
import { asVisitor, shownTo } from '#modules/consent/looks.server.ts';
import * as summaries from '#modules/conversations/summaries.server.ts';
import { maySeeConsents } from '#modules/consent/consent.access.ts';
import { isStaff } from '#platform/ctx.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import * as pupils from '#modules/people/pupils.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const id = asId<PersonId>(params.id) ?? error(404);
	const reader = await asVisitor(ctx);
	const found = await pupils.get(reader, id);
	if (!found.ok) error(404);
	const [talks, cards] = await Promise.all([
		summaries.ofPupil(reader, id),
		agreements.agreementsOf(reader, { pupil: id })
	]);
	const mayReadConsents = !found.value.circle.visitor && maySeeConsents(ctx.person);
	const about = {
		reader: ctx.person.id,
		isStaff: isStaff(ctx),
		isAdult: ctx.person.role !== 'pupil',
		mayReadConsents,
		done: url.searchParams.get('gedaan')
	};
	const { circle } = found.value;
	const looks = { looks: shownTo(ctx, circle), visits: circle.visitor !== undefined, isReader: ctx.person.id === id };
	return { ...found.value, ...about, ...looks, talks: talks.ok ? talks.value : [], cards };
};

export const actions: Actions<Answered> = {
	openOwnAccess: async ({ params, locals: { ctx }, url }) => {
		const id = asId<PersonId>(params.id);
		const opened = id && (await pupils.openOwnAccess(ctx, id));
		if (!opened || (!opened.ok && opened.reason === 'missing')) error(404);
		return opened.ok ? goOn(url, 'openOwnAccess') : fail(403, { opened: false });
	}
};
