import { error } from '@sveltejs/kit';
import { asId } from '#platform/ids.ts';
import * as oidc from '#platform/oidc.server.ts';
import type { ProviderId } from '#platform/provider.ts';
import { returnPath } from '#platform/session-return.ts';
import { sayWhyNot } from '#platform/sign-in.words.ts';
import type { PageServerLoad } from './$types';

/** The way to a school's own sign-in: a link and not a form, which may not lead out of this house. */
export const load: PageServerLoad = async ({ url, locals: { language } }) => {
	const asked = url.searchParams.getAll('bij').flatMap((text) => (asId(text) as ProviderId | undefined) ?? []);
	const found = await Promise.all(asked.slice(0, 5).map((id) => oidc.find({ id })));
	const providers = found.flatMap((one) => (one?.isKept ? [{ id: one.id, label: one.label }] : []));
	if (!providers.length) error(404);
	return {
		providers,
		naar: returnPath(url.searchParams.get('naar')),
		wrong: sayWhyNot(url.searchParams.get('mis'), language)
	};
};
