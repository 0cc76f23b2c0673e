import { error, redirect } from '@sveltejs/kit';
import { asId } from '#platform/ids.ts';
import { setErrandCookie } from '#platform/oidc-cookie.server.ts';
import * as oidc from '#platform/oidc.server.ts';
import type { Provider, ProviderId, Purpose } from '#platform/provider.ts';
import type { Session } from '#platform/sessions.server.ts';
import { returnPath } from '#platform/session-return.ts';
import type { RequestHandler } from './$types';

/** Off to the school's own sign-in: to come in, to prove once more who is there (`opnieuw`), or to try it out. */
export const GET: RequestHandler = async ({ url, cookies, locals: { session }, getClientAddress }) => {
	const id = asId(url.searchParams.get('bij')) as ProviderId | undefined;
	const provider = id && (await oidc.find({ id }));
	if (!provider) error(404);
	const naar = returnPath(url.searchParams.get('naar'));
	const purpose = purposeOf(provider, session, url.searchParams.has('opnieuw'));
	if (!purpose) error(404);
	const asked = { purpose, naar, address: getClientAddress(), session: purpose === 'enter' ? undefined : session?.id };
	const sent = await oidc.leave(provider, asked);
	if (sent.ok) {
		setErrandCookie(cookies, sent.value.id, url);
		redirect(303, sent.value.address, { external: true });
	}
	if (purpose === 'try') redirect(303, `/school/inloggen?mis=${sent.reason}`);
	redirect(303, `/inloggen/via?bij=${id}&mis=${sent.reason}&naar=${encodeURIComponent(naar)}`);
};

/** One that is not kept yet is tried out by its own school only. */
function purposeOf({ isKept, school }: Provider, session: Session | undefined, again: boolean): Purpose | undefined {
	const isOwn = session?.as?.school === school;
	if (!isKept) return isOwn ? 'try' : undefined;
	if (!again) return 'enter';
	return isOwn ? 'confirm' : undefined;
}
