import { redirect } from '@sveltejs/kit';
import { now } from './clock.server.ts';
import type { Session } from './sessions.server.ts';
import { isFresh } from './step-up.ts';

type Event = { locals: { session: Session | undefined }; url: URL; request: Request };

/**
 * A door calls this first, in its load and in its actions: before administration, an export, a support file. Who proved
 * less than a quarter of an hour ago who they are goes on; others do so now and come back to the same address. It asks when
 * a page is opened, so that a form on it is not lost.
 */
export function mustConfirm({ locals: { session }, url, request }: Event) {
	if (session && isFresh(session, request.method, now())) return;
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/'))).toString();
	redirect(303, `/inloggen/opnieuw?naar=${encodeURIComponent(query ? `${url.pathname}?${query}` : url.pathname)}`);
}
