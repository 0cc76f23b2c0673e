import { error } from '@sveltejs/kit';
import * as agreements from '#modules/agreements/agreements.server.ts';
import { reasonWords } from '#modules/agreements/agreement.words.ts';
import { onlyReading } from '#modules/people/circles.server.ts';
import * as people from '#modules/people/people.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { PageServerLoad } from './$types';

/** All that is running, mine first; with ?leerling= everything of one child, also what is over. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const children = await people.children(ctx);
	const asked = url.searchParams.get('leerling');
	const child = children.find(({ id }) => id === asked);
	if (asked && !child) error(404, reasonWords.missing({}, { locale: ctx.language }));
	const proposes = !(await onlyReading(ctx));
	const about = children.map(({ id, callName }) => ({ id, callName }));
	if (child) {
		const cards = await agreements.agreementsOf(ctx, { pupil: asId<PersonId>(child.id)! });
		return {
			proposes,
			children: about,
			child: { id: child.id, callName: child.callName },
			cards,
			...agreements.sorted(cards)
		};
	}
	return { proposes, children: about, child: null, cards: [], ...(await agreements.mine(ctx)) };
};
