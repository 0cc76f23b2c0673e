import { error, redirect } from '@sveltejs/kit';
import { reasonWords } from '#modules/agreements/agreement.words.ts';
import { week } from '#modules/agreements/weeks.server.ts';
import * as people from '#modules/people/people.server.ts';
import { asId, type HouseholdId, type PersonId } from '#platform/ids.ts';
import { asDay } from '#platform/time.ts';
import type { PageServerLoad } from './$types';

export const csr = true;

/** A week on one sheet: `?leerling=`, of `?huis=`, the week of `?dag=`. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const children = (await people.children(ctx)).map(({ id, callName }) => ({ id, callName }));
	const asked = url.searchParams.get('leerling');
	if (!asked && children.length === 1) redirect(303, `/afspraken/week?leerling=${children[0]!.id}`);
	if (!asked) return { children, about: null };
	const found = await week(ctx, {
		pupil: asId<PersonId>(asked) ?? missing(ctx.language),
		home: asId<HouseholdId>(url.searchParams.get('huis')),
		day: asDay(url.searchParams.get('dag'))
	});
	if (!found.ok) missing(ctx.language);
	return { children, about: { id: asked, ...found.value } };
};

function missing(language: App.Locals['language']): never {
	error(404, reasonWords.missing({}, { locale: language }));
}
