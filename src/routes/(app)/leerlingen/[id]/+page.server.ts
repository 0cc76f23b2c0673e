import { error } from '@sveltejs/kit';
import * as agreements from '#modules/agreements/agreements.server.ts';
import { asVisitor, shownTo } from '#modules/consent/looks.server.ts';
import * as contacts from '#modules/cycle/arrangements/contact-page.server.ts';
import * as summaries from '#modules/conversations/summaries.server.ts';
import { mayClaimFor } from '#modules/consent/claim.access.ts';
import { maySeeConsents } from '#modules/consent/consent.access.ts';
import { isStaff } from '#platform/ctx.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { onlyReads } from '#modules/people/say.ts';
import * as pupils from '#modules/people/pupils.server.ts';
import { dayOf } from '#platform/time.ts';
import { readTogether } from '#platform/together.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx } }) => {
	const id = asId<PersonId>(params.id) ?? error(404);
	const reader = await asVisitor(ctx);
	const [found, talks, cards, contact] = await readTogether(reader, (reader) =>
		Promise.all([
			pupils.get(reader, id),
			summaries.ofPupil(reader, id),
			agreements.agreementsOf(reader, { pupil: id }),
			contacts.get(reader, id)
		])
	);
	if (!found.ok) error(404);
	const mayReadConsents = !found.value.circle.visitor && maySeeConsents(ctx.person);
	const mayAskExport = ctx.person.role === 'guardian' && mayClaimFor(found.value.circle, ctx.person.id, dayOf(ctx.now));
	const about = {
		reader: ctx.person.id,
		isStaff: isStaff(ctx),
		isAdult: ctx.person.role === 'guardian' || isStaff(ctx),
		mayReadConsents,
		mayAskExport
	};
	const { circle } = found.value;
	const asks = !circle.visitor && !onlyReads(circle, ctx.person.id);
	const looks = { looks: shownTo(ctx, circle), visits: circle.visitor !== undefined, isReader: ctx.person.id === id };
	return {
		...found.value,
		...about,
		...looks,
		asks,
		talks: talks.ok ? talks.value : [],
		cards,
		contact: contact.ok ? contact.value : undefined
	};
};
