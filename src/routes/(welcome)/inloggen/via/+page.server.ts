import { error } from '@sveltejs/kit';
import * as schools from '#modules/people/schools.server.ts';
import { asId } from '#platform/ids.ts';
import * as oidc from '#platform/oidc.server.ts';
import type { ProviderId } from '#platform/provider.ts';
import { returnPath } from '#platform/session-return.ts';
import { sayWhyNot } from '#platform/sign-in.words.ts';
import type { PageServerLoad } from './$types';

/** More schools than any board of schools has. */
const most = 100;

/** The way to a school's own sign-in: a link and not a form, which may not lead out of this house. */
export const load: PageServerLoad = async ({ url, locals: { language } }) => {
	const asked = url.searchParams.getAll('bij').flatMap((text) => (asId(text) as ProviderId | undefined) ?? []);
	const found = await oidc.findAll(asked.slice(0, most));
	if (!found.length) error(404);
	// Schools of one board share what stands behind the @, and may well call their button the same.
	const names = found.length > 1 ? await schools.namesOf(found.map(({ school }) => school)) : undefined;
	const providers = found.map(({ id, label, school }) => ({ id, label, school: names?.get(school) }));
	return {
		providers,
		naar: returnPath(url.searchParams.get('naar')),
		wrong: sayWhyNot(url.searchParams.get('mis'), language)
	};
};
