import { error } from '@sveltejs/kit';
import * as agreements from '#modules/agreements/agreements.server.ts';
import { reasonWords } from '#modules/agreements/agreement.words.ts';
import { goalsOf } from '#modules/agreements/goal.ts';
import { voices } from '#modules/people/circle.ts';
import * as people from '#modules/people/people.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { PageServerLoad } from './$types';

/** The list that everybody around a child has: `?leerling=`, of one voice with `&van=`, also what is over with `&stand=alles`. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const children = (await people.children(ctx)).map(({ id, callName }) => ({ id, callName }));
	const asked = url.searchParams.get('leerling');
	const child = asked ? children.find(({ id }) => id === asked) : children[0];
	if (asked && !child) error(404, reasonWords.missing({}, { locale: ctx.language }));
	const voice = voices.find((one) => one === url.searchParams.get('van'));
	const withOver = url.searchParams.get('stand') === 'alles';
	const cards = child ? await agreements.agreementsOf(ctx, { pupil: asId<PersonId>(child.id)! }) : [];
	return { children, child, voice: voice ?? null, withOver, goals: goalsOf(cards, { voice, withOver }) };
};
